-- Event mentions in the 40 columns of POLECAT (Halterman and others 2023), the ones that PLOVER would code: told as done,
-- or planned. Lists are joined by ";". Null: what this dataset does not know (districts).
-- Countries (feature type PCLI) have the coordinates of their capital.
-- Event Date is the publication day where the text gives none; COW: state numbers of the Correlates of War project.
WITH
cow (iso, code) AS (
    SELECT iso, code::INTEGER
    FROM (SELECT unnest(string_split('USA 2,CAN 20,BHS 31,CUB 40,HTI 41,DOM 42,JAM 51,TTO 52,BRB 53,DMA 54,GRD 55,LCA 56,'
        || 'VCT 57,ATG 58,KNA 60,MEX 70,BLZ 80,GTM 90,HND 91,SLV 92,NIC 93,CRI 94,PAN 95,COL 100,VEN 101,GUY 110,SUR 115,'
        || 'ECU 130,PER 135,BRA 140,BOL 145,PRY 150,CHL 155,ARG 160,URY 165,GBR 200,IRL 205,NLD 210,BEL 211,LUX 212,'
        || 'FRA 220,MCO 221,LIE 223,CHE 225,ESP 230,AND 232,PRT 235,DEU 255,POL 290,AUT 305,HUN 310,CZE 316,SVK 317,'
        || 'ITA 325,SMR 331,MLT 338,ALB 339,MNE 341,MKD 343,HRV 344,SRB 345,BIH 346,XKX 347,SVN 349,GRC 350,CYP 352,'
        || 'BGR 355,MDA 359,ROU 360,RUS 365,EST 366,LVA 367,LTU 368,UKR 369,BLR 370,ARM 371,GEO 372,AZE 373,FIN 375,'
        || 'SWE 380,NOR 385,DNK 390,ISL 395,CPV 402,STP 403,GNB 404,GNQ 411,GMB 420,MLI 432,SEN 433,BEN 434,MRT 435,'
        || 'NER 436,CIV 437,GIN 438,BFA 439,LBR 450,SLE 451,GHA 452,TGO 461,CMR 471,NGA 475,GAB 481,CAF 482,TCD 483,'
        || 'COG 484,COD 490,UGA 500,KEN 501,TZA 510,BDI 516,RWA 517,SOM 520,DJI 522,ETH 530,ERI 531,AGO 540,MOZ 541,'
        || 'ZMB 551,ZWE 552,MWI 553,ZAF 560,NAM 565,LSO 570,BWA 571,SWZ 572,MDG 580,COM 581,MUS 590,SYC 591,MAR 600,'
        || 'DZA 615,TUN 616,LBY 620,SDN 625,SSD 626,IRN 630,TUR 640,IRQ 645,EGY 651,SYR 652,LBN 660,JOR 663,ISR 666,'
        || 'SAU 670,YEM 679,KWT 690,BHR 692,QAT 694,ARE 696,OMN 698,AFG 700,TKM 701,TJK 702,KGZ 703,UZB 704,KAZ 705,'
        || 'CHN 710,MNG 712,TWN 713,PRK 731,KOR 732,JPN 740,IND 750,BTN 760,PAK 770,BGD 771,MMR 775,LKA 780,MDV 781,'
        || 'NPL 790,THA 800,KHM 811,LAO 812,VNM 816,MYS 820,SGP 830,BRN 835,PHL 840,IDN 850,TLS 860,AUS 900,PNG 910,'
        || 'NZL 920,VUT 935,SLB 940,KIR 946,TUV 947,FJI 950,TON 955,NRU 970,MHL 983,PLW 986,FSM 987,WSM 990', ',')) AS pair)
    CROSS JOIN LATERAL (SELECT split_part(pair, ' ', 1) AS iso, split_part(pair, ' ', 2) AS code)
),
titles AS (
    SELECT doc_id, entity_id, string_agg(DISTINCT role_text, ';' ORDER BY role_text) AS title
    FROM roles
    WHERE entity_id IS NOT NULL
    GROUP BY ALL
),
sides AS (
    SELECT
        event_mention_id,
        role,
        string_agg(coalesce(participants.name, participants.text), ';' ORDER BY ordinal) AS names,
        string_agg(participants.country, ';' ORDER BY ordinal) AS countries,
        string_agg(code::VARCHAR, ';' ORDER BY ordinal) AS cows,
        arg_min(sector, ordinal) AS sector,
        string_agg(sector, ';' ORDER BY ordinal) AS sectors,
        string_agg(title, ';' ORDER BY ordinal) AS title,
        string_agg(participants.text, ';' ORDER BY ordinal) AS raw,
        string_agg(wikipedia_title, ';' ORDER BY ordinal) AS wikipedia
    FROM participants
    LEFT JOIN entities USING (entity_id)
    LEFT JOIN titles USING (doc_id, entity_id)
    LEFT JOIN cow ON cow.iso = participants.country
    GROUP BY ALL
),
cast_of_story AS (
    SELECT
        doc_id,
        string_agg(DISTINCT entities.name, ';' ORDER BY entities.name)
            FILTER (WHERE entities.entity_type = 'PERSON') AS people,
        string_agg(DISTINCT entities.name, ';' ORDER BY entities.name)
            FILTER (WHERE entities.entity_type = 'ORG') AS organisations,
        string_agg(DISTINCT entities.name, ';' ORDER BY entities.name)
            FILTER (WHERE entities.entity_type IN ('GPE', 'LOC', 'FAC')) AS locations
    FROM mentions
    JOIN entities USING (entity_id)
    GROUP BY doc_id
)
SELECT
    told.event_mention_id AS "Event ID",
    coalesce(told.date_from, (documents.published_at AT TIME ZONE 'UTC')::DATE) AS "Event Date",
    told.event_type AS "Event Type",
    told.mode AS "Event Mode",
    told.intensity AS "Intensity",
    told.quad_code AS "Quad Code",
    array_to_string(told.contexts, ';') AS "Contexts",
    actor.names AS "Actor Name",
    actor.countries AS "Actor Country",
    actor.cows AS "Actor COW",
    actor.sector AS "Primary Actor Sector",
    actor.sectors AS "Actor Sectors",
    actor.title AS "Actor Title",
    actor.raw AS "Actor Name Raw",
    actor.wikipedia AS "Wikipedia Actor ID",
    recipient.names AS "Recipient Name",
    recipient.countries AS "Recipient Country",
    recipient.cows AS "Recipient COW",
    recipient.sector AS "Primary Recipient Sector",
    recipient.sectors AS "Recipient Sectors",
    recipient.title AS "Recipient Title",
    recipient.raw AS "Recipient Name Raw",
    recipient.wikipedia AS "Wikipedia Recipient ID",
    if(place.kb_id LIKE 'gov:%', told.place_text, coalesce(place.name, told.place_text)) AS "Placename",
    if(starts_with(place.kb_id, 'city:'), place.name, NULL) AS "City",
    NULL::VARCHAR AS "District",
    if(place.kb_id LIKE 'iso:__-%', place.name, NULL) AS "Province",
    told.country AS "Country",
    place.latitude AS "Latitude",
    place.longitude AS "Longitude",
    place.geonames_id AS "GeoNames ID",
    told.place_text AS "Raw Placename",
    CASE
        WHEN place.kb_id LIKE 'city:%' THEN 'PPL'
        WHEN place.kb_id LIKE 'iso:__' THEN 'PCLI'
        WHEN place.kb_id LIKE 'iso:__-%' THEN 'ADM1'
    END AS "Feature Type",
    documents.outlet AS "Source",
    (documents.published_at AT TIME ZONE 'UTC')::DATE AS "Publication Date",
    cast_of_story.people AS "Story People",
    cast_of_story.organisations AS "Story Organizations",
    cast_of_story.locations AS "Story Locations",
    documents.language AS "Language",
    documents.fingerprint AS "Version"
FROM event_mentions AS told
JOIN documents USING (doc_id)
LEFT JOIN sides AS actor ON actor.event_mention_id = told.event_mention_id AND actor.role = 'actor'
LEFT JOIN sides AS recipient ON recipient.event_mention_id = told.event_mention_id AND recipient.role = 'recipient'
LEFT JOIN entities AS place ON place.entity_id = told.place_id
LEFT JOIN cast_of_story ON cast_of_story.doc_id = told.doc_id
WHERE told.factuality IN ('asserted', 'confirmed', 'alleged', 'planned') OR told.event_type <> told.act_type
ORDER BY "Event ID"
