-- The engine wrote a right for everybody who got a task, and looked through them all in each query. A task's people stand in the
-- task itself now; what is left are the rights of the groups. 7, 19 and 20: tasks, tasks of the history, instances of the history.
delete from act_ru_authorization where resource_type_ in (7, 19, 20) and resource_id_ <> '*';

-- Tasklist shows the tasks of one person, the most urgent first.
create index act_ru_task_of_person on act_ru_task (assignee_, due_date_);
-- What the history holds of the open tasks of one person: their comments, and who has done what.
create index act_hi_taskinst_of_assignee on act_hi_taskinst (assignee_) where end_time_ is null;
create index act_hi_taskinst_of_owner on act_hi_taskinst (owner_) where end_time_ is null and owner_ is not null;
