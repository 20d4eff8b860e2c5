-- Rows of table entities. Reads mentions, days (doc_id, day), countries (entity_id, country), referenced (entity_id) and
-- known (what the gazetteer says of its entities), merged (entity_id, entity_type, name, becomes_id).
with surfaces as (
    select entity_id, entity_type, doc_id, chain_id, form = 'name' as is_name, form = 'nominal' as is_nominal,
           trim(regexp_replace(replace(text, '’', ''''), '[\s\p{Z}]+', ' ', 'g')) as name
    from mentions
    where entity_id is not null
),
forms as (
    select entity_id, doc_id, chain_id, is_name, is_nominal, name, count(*) as n,
           len(string_split(name, ' ')) as words, name = upper(name) as is_upper
    from surfaces
    group by all
),
-- every chain votes for its fullest form: a name of many parts, written small, met often
votes as (
    select entity_id, is_name, is_nominal, name, words, count(*) as n
    from (
        from forms
        qualify row_number() over (
            partition by entity_id, doc_id, chain_id
            order by is_name desc, is_nominal desc, words desc, is_upper, n desc, name
        ) = 1
    )
    group by all
),
canonical as (
    select entity_id, name
    from votes
    qualify row_number() over (
        partition by entity_id order by is_name desc, is_nominal desc, n desc, words desc, name
    ) = 1
),
others as (
    select entity_id, name, sum(n) as n from forms where is_name group by all
),
aliases as (
    select entity_id, list(others.name order by n desc, others.name) as aliases
    from others
    join canonical using (entity_id)
    left join known using (entity_id)
    where others.name <> coalesce(known.name, canonical.name)
    group by entity_id
),
homes as (
    select entity_id, mode(country order by country) as country
    from countries
    where country is not null
    group by entity_id
),
counts as (
    select entity_id, mode(entity_type order by entity_type) as entity_type,
           count(distinct doc_id) as n_documents, count(*) as n_mentions, min(day) as first_day, max(day) as last_day
    from surfaces
    join days using (doc_id)
    group by entity_id
),
-- what was merged, and what it was merged into, which stays even if no document names it any more
judged as (
    select entity_id, entity_type, name, becomes_id from merged
    union all
    select becomes_id, min(entity_type), min(name), null
    from merged
    where becomes_id not in (select entity_id from merged)
    group by becomes_id
),
ids as (
    select entity_id from counts
    union
    select entity_id from referenced join known using (entity_id)
    union
    select entity_id from judged
)
select
    entity_id,
    coalesce(known.entity_type, counts.entity_type, judged.entity_type) as entity_type,
    coalesce(known.name, canonical.name, judged.name) as name,
    coalesce(aliases, []) as aliases,
    kb_id,
    wikipedia_title,
    coalesce(known.country, homes.country) as country,
    latitude,
    longitude,
    geonames_id,
    coalesce(n_documents, 0) as n_documents,
    coalesce(n_mentions, 0) as n_mentions,
    first_day as first_published,
    last_day as last_published,
    becomes_id as merged_into
from ids
left join counts using (entity_id)
left join canonical using (entity_id)
left join aliases using (entity_id)
left join homes using (entity_id)
left join known using (entity_id)
left join judged using (entity_id)
order by entity_id
