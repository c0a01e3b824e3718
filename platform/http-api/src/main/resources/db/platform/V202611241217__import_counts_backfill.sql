-- What was settled before the trigger came. The row of the file is locked before its fates are counted: whoever settles more of
-- it meanwhile adds to the count afterwards, in the trigger.
do $$
declare
    file text;
begin
    for file in select id from import_file loop
        perform from import_file where id = file for update;
        update import_file f
           set created = n.created, updated = n.updated, unchanged = n.unchanged, rejected = n.rejected
          from (select count(*) filter (where outcome = 'CREATED')   as created,
                       count(*) filter (where outcome = 'UPDATED')   as updated,
                       count(*) filter (where outcome = 'UNCHANGED') as unchanged,
                       count(*) filter (where outcome = 'REJECTED')  as rejected
                  from import_fate where import_id = file) n
         where f.id = file;
    end loop;
end $$;
