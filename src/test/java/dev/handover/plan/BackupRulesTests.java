package dev.handover.plan;

import static dev.handover.plan.PlanTestData.assertMistake;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupRulesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '  statusUrl: http://localhost:8090/backup~' | '' | /backup | Nothing says when the last backup and the last restore test were. | Add statusUrl, or both lastBackup and lastRestoreTest.
                    '  statusUrl: http://localhost:8090/backup~' | '  lastBackup: -PT6H~' | /backup | Nothing says when the last backup and the last restore test were. | Add statusUrl, or both lastBackup and lastRestoreTest.
                    '  statusUrl: http://localhost:8090/backup~' | '  statusUrl: http://localhost:8090/backup~  lastBackup: -PT6H~' | /backup/statusUrl | The backup has a statusUrl and states its times too, so it is not clear which counts. | Keep statusUrl, or lastBackup and lastRestoreTest.
                    '  statusUrl: http://localhost:8090/backup~' | '  lastBackup: PT6H~  lastRestoreTest: -P9D~' | /backup/lastBackup | The time is still ahead. | State what has happened, or use statusUrl.
                    '  statusUrl: http://localhost:8090/backup~' | '  lastBackup: -PT6H~  lastRestoreTest: 2025-10-26T02:30~' | /backup/lastRestoreTest | 2025-10-26T02:30 happens twice in Europe/Berlin: the clocks go back from 03:00 to 02:00. | Say which one is meant: 2025-10-26T02:30+02:00 for the first or 2025-10-26T02:30+01:00 for the second.
                    '  statusUrl: http://localhost:8090/backup~' | '  lastBackup: -PT6H~  lastRestoreTest: 1999-10-26T09:00~' | /backup/lastRestoreTest | The time is more than ten years away. | Check the year.
                    """)
    void aBackupWhoseStateIsNotClearIsTold(
            String place, String replacement, String pointer, String message, String mend) {
        assertMistake(place, replacement, pointer, message, mend);
    }
}
