-- What is open is looked for often and is little; without these the whole history would be read each time.
CREATE INDEX turns_open ON turns (hall, service_day) WHERE state <> 'ended';

DROP INDEX print_jobs_open; -- its condition was not the one that the spooler asks with
CREATE INDEX print_jobs_queued ON print_jobs (hall, printer_id, created_at, id) WHERE state = 'queued';
CREATE INDEX print_jobs_by_day ON print_jobs (hall, service_day, created_at, copy);
