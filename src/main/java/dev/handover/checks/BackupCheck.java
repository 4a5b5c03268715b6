package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.Backup}. */
@Component
final class BackupCheck implements Check<CheckTarget.Backup> {

    @Override
    public Class<CheckTarget.Backup> kind() {
        return CheckTarget.Backup.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.Backup target) {
        return Optional.ofNullable(target.statusUrl());
    }

    @Override
    public String expected(CheckTarget.Backup target) {
        return "last backup at most %s ago (RPO), last restore test at most %s ago"
                .formatted(Words.duration(target.rpo()), Words.duration(target.restoreTestMaxAge()));
    }

    @Override
    public Symptom symptom() {
        return Symptom.EVIDENCE_INCOMPLETE;
    }

    @Override
    public Finding look(CheckTarget.Backup target, Probe probe) throws CallFailed {
        String lastBackup = text(target.lastBackup());
        String lastRestoreTest = text(target.lastRestoreTest());
        if (target.statusUrl() != null) {
            JsonNode status = probe.json(target.statusUrl(), Credential.none());
            lastBackup = Json.text(status, "lastBackup");
            lastRestoreTest = Json.text(status, "lastRestoreTest");
        }
        probe.note("source", target.statusUrl() == null ? "stated in the plan" : "asked from " + target.statusUrl());
        probe.note("lastBackup", lastBackup);
        probe.note("lastRestoreTest", lastRestoreTest);
        List<String> differences = new ArrayList<>();
        Instant now = probe.now();
        String backup = Age.compare("last backup", lastBackup, target.rpo(), now, differences);
        String restoreTest =
                Age.compare("last restore test", lastRestoreTest, target.restoreTestMaxAge(), now, differences);
        return Finding.of(differences, backup + ", " + restoreTest);
    }

    private static String text(Instant stated) {
        return stated == null ? null : stated.toString();
    }
}
