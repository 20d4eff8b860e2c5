-- Rows of table events. Reads event_mentions, days (doc_id, day, outlet) and strength (factuality, rank).
with told as (
    select
        event_mentions.*,
        day,
        outlet,
        rank,
        factuality in ('asserted', 'confirmed', 'alleged') as upholds,
        factuality in ('denied', 'negated') as rejects
    from event_mentions
    join days using (doc_id)
    join strength using (factuality)
),
names as (
    select asserter_name as name, min(asserter_id) as id
    from event_mentions
    where asserter_id is not null and not contains(asserter_name, '; ')
    group by name
),
-- joint names are those of several
voices as (
    select *, unnest(coalesce(string_split(asserter_name, '; '), [null])) as name from told
),
heard as (
    select
        event_id,
        upholds,
        rejects,
        case
            when asserter_kind in ('narrator', 'anonymous')
                then concat_ws('/', asserter_kind, coalesce(outlet, doc_id), name)
            when contains(asserter_name, '; ') then coalesce(id, concat_ws('/', asserter_kind, name))
            else coalesce(asserter_id, concat_ws('/', asserter_kind, coalesce(name, doc_id)))
        end as asserter
    from voices
    left join names using (name)
),
asserters as (
    select
        event_id,
        count(distinct asserter) as n_asserters,
        bool_or(upholds) and bool_or(rejects)
            and count(distinct asserter) filter (where upholds or rejects) > 1 as contested
    from heard
    group by event_id
),
actors as (
    select event_id, mode(actor_id order by actor_id) as actor_id
    from told
    where actor_id is not null
    group by event_id
),
recipients as (
    select event_id, mode(told.recipient_id order by told.recipient_id) as recipient_id
    from told
    left join actors using (event_id)
    where told.recipient_id is not null and told.recipient_id is distinct from actors.actor_id
    group by event_id
),
counted as (
    select
        event_id,
        min(act_type) as act_type,
        -- every telling leaves the days open on which it may have been: the event was on those that all leave open
        max(date_from) as date_from,
        min(date_to) as date_to,
        min(date_from) as earliest,
        max(date_to) as latest,
        mode(country order by country) filter (where country is not null) as country,
        count(*) as n_mentions,
        count(distinct doc_id) as n_documents,
        count(distinct outlet) as n_outlets,
        mode(factuality order by rank) as factuality,
        min(day) as first_published,
        max(day) as last_published
    from told
    group by event_id
)
select
    event_id,
    act_type,
    actor_id,
    recipient_id,
    if(date_from > date_to, earliest, date_from) as date_from,
    if(date_from > date_to, latest, date_to) as date_to,
    country,
    n_mentions,
    n_documents,
    n_outlets,
    n_asserters,
    factuality,
    contested,
    first_published,
    last_published
from counted
join asserters using (event_id)
left join actors using (event_id)
left join recipients using (event_id)
order by event_id
