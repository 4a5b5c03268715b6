-- Gives the application's role what it needs and no more, if it is another one than the owner who migrates. Run after each
-- migration, so that new tables are covered; nodes that start together take turns.
do $$
declare
    app_role text := '${application-role}';
    named record;
    rights text;
begin
    if app_role in ('', current_user) then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('handover grants', 0));
    execute format('grant usage on schema %I to %I', current_schema(), app_role);
    execute format('grant select, usage on all sequences in schema %I to %I', current_schema(), app_role);
    for named in
        select c.relname as name, coalesce(bool_or(t.tgname = c.relname || '_is_only_added_to'), false) as only_added_to,
               coalesce(bool_or(t.tgname = c.relname || '_is_kept'), false) as kept
          from pg_class c left join pg_trigger t on t.tgrelid = c.oid
         where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
         group by c.relname
    loop
        rights := case when named.name = '${flyway:table}' then 'select'
                       when named.only_added_to then 'select, insert'
                       when named.kept then 'select, insert, update'
                       else 'select, insert, update, delete' end;
        execute format('revoke all on %I from %I', named.name, app_role);
        execute format('grant %s on %I to %I', rights, named.name, app_role);
    end loop;
end
$$;
