-- Events under the names of GDELT's columns, those that somebody tells as done. Codes of countries are ISO 3166-1 alpha-3,
-- also ActionGeo_CountryCode, which is FIPS in GDELT; type codes are PLOVER's sectors. SQLDATE is the day of the first
-- report where no text gives the day of the event. SOURCEURL is the earliest report. Countries (ActionGeo_Type 1) have the
-- coordinates of their capital; GDELT has those of their middle.
WITH
sides AS (
    SELECT
        event_id,
        role,
        arg_min(participants.text, told.event_mention_id) AS text,
        mode(participants.name ORDER BY participants.name) AS name,
        mode(participants.country ORDER BY participants.country) AS country,
        mode(sector ORDER BY sector) AS sector
    FROM participants
    JOIN event_mentions AS told USING (event_mention_id)
    WHERE role IN ('actor', 'recipient') AND ordinal = 0
    GROUP BY ALL
),
tellings AS (
    SELECT
        event_id,
        mode(cameo_root ORDER BY cameo_root) AS cameo_root,
        mode(quad_code ORDER BY quad_code) AS quad_code,
        mode(intensity ORDER BY intensity) AS intensity,
        mode(place_id ORDER BY place_id) AS place_id,
        mode(place_text ORDER BY place_text) AS place_text,
        arg_min(coalesce(url, source_uri), (coalesce(published_at, 'infinity'::TIMESTAMPTZ), doc_id)) AS source,
        bool_or(factuality IN ('asserted', 'confirmed', 'alleged')) AS is_told_as_done
    FROM event_mentions
    JOIN documents USING (doc_id)
    GROUP BY event_id
),
dated AS (
    SELECT *, coalesce(date_from, first_published) AS day FROM events
)
SELECT
    event_id AS "GLOBALEVENTID",
    strftime(day, '%Y%m%d')::INTEGER AS "SQLDATE",
    strftime(day, '%Y%m')::INTEGER AS "MonthYear",
    year(day)::INTEGER AS "Year",
    nullif(concat(actor.country, actor.sector), '') AS "Actor1Code",
    upper(coalesce(actor.name, actor.text)) AS "Actor1Name",
    actor.country AS "Actor1CountryCode",
    actor.sector AS "Actor1Type1Code",
    nullif(concat(recipient.country, recipient.sector), '') AS "Actor2Code",
    upper(coalesce(recipient.name, recipient.text)) AS "Actor2Name",
    recipient.country AS "Actor2CountryCode",
    recipient.sector AS "Actor2Type1Code",
    tellings.cameo_root AS "EventRootCode",
    tellings.quad_code AS "QuadClass",
    tellings.intensity AS "GoldsteinScale",
    dated.n_mentions AS "NumMentions",
    dated.n_outlets AS "NumSources",
    dated.n_documents AS "NumArticles",
    CASE
        WHEN place.kb_id LIKE 'iso:__' THEN 1
        WHEN place.kb_id LIKE 'iso:US-%' THEN 2
        WHEN place.kb_id LIKE 'city:%-us' THEN 3
        WHEN place.kb_id LIKE 'city:%' THEN 4
        WHEN place.kb_id LIKE 'iso:__-%' THEN 5
        ELSE 0
    END AS "ActionGeo_Type",
    if(place.kb_id LIKE 'gov:%', tellings.place_text, coalesce(place.name, tellings.place_text)) AS "ActionGeo_FullName",
    dated.country AS "ActionGeo_CountryCode",
    place.latitude AS "ActionGeo_Lat",
    place.longitude AS "ActionGeo_Long",
    strftime(dated.first_published, '%Y%m%d')::INTEGER AS "DATEADDED",
    tellings.source AS "SOURCEURL"
FROM dated
JOIN tellings USING (event_id)
LEFT JOIN sides AS actor ON actor.event_id = dated.event_id AND actor.role = 'actor'
LEFT JOIN sides AS recipient ON recipient.event_id = dated.event_id AND recipient.role = 'recipient'
LEFT JOIN entities AS place ON place.entity_id = tellings.place_id
WHERE is_told_as_done
ORDER BY "GLOBALEVENTID"
