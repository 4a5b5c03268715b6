package dev.handover.records;

/** Records are not what they were. No rule of the domain: the job that throws it becomes an incident. */
public final class RecordsDamaged extends RuntimeException {

    RecordsDamaged(RecordsResult result) {
        super(
                ("%d records are not what was recorded. The first: %s Find out who had access to the database, restore what is"
                                + " damaged from a backup, start a new check by POST /api/records-check, and when that finds nothing,"
                                + " retry this job. All findings: GET /api/audit/verification.")
                        .formatted(
                                result.findings().size(),
                                result.findings().get(0).words()));
    }
}
