-- Rows of table events. Reads event_mentions, days (doc_id, day, outlet) and strength (factuality, rank).
with told as (
    select
        event_mentions.*,
        day,
        outlet,
        rank,
        factuality in ('asserted', 'confirmed', 'alleged') as upholds,
        factuality in ('denied', 'negated') as rejects,
        case
            when asserter_kind in ('narrator', 'anonymous')
                then concat_ws('/', asserter_kind, coalesce(outlet, doc_id), asserter_name)
            else coalesce(asserter_id, concat_ws('/', asserter_kind, coalesce(asserter_name, doc_id)))
        end as asserter
    from event_mentions
    join days using (doc_id)
    join strength using (factuality)
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
        count(distinct asserter) as n_asserters,
        mode(factuality order by rank) as factuality,
        bool_or(upholds) and bool_or(rejects)
            and count(distinct asserter) filter (where upholds or rejects) > 1 as contested,
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
left join actors using (event_id)
left join recipients using (event_id)
order by event_id
