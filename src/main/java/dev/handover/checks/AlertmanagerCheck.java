package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;
import dev.handover.shared.Refusal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.Alertmanager}. Source: Alertmanager's OpenAPI description, version 2 of its API. */
@Component
final class AlertmanagerCheck implements Check<CheckTarget.Alertmanager> {

    private static final int MOST_SHOWN = 5;

    /** A single Alertmanager has its cluster disabled. */
    private static final Set<String> READY = Set.of("ready", "disabled");

    /** {@code severity="critical"}, active, neither silenced nor inhibited. */
    private static final String CRITICAL =
            "alerts?active=true&silenced=false&inhibited=false&unprocessed=false&filter=severity%3D%22critical%22";

    @Override
    public Class<CheckTarget.Alertmanager> kind() {
        return CheckTarget.Alertmanager.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.Alertmanager target) {
        return Optional.of(target.url());
    }

    @Override
    public String expected(CheckTarget.Alertmanager target) {
        return "the Alertmanager is ready, has the receiver %s, and no critical alert fires"
                .formatted(Words.quoted(target.receiver()));
    }

    @Override
    public Symptom symptom() {
        return Symptom.EVIDENCE_INCOMPLETE;
    }

    @Override
    public Finding look(CheckTarget.Alertmanager target, Probe probe) throws CallFailed {
        List<String> differences = new ArrayList<>();
        String cluster = Json.text(
                probe.json(address(target, "status"), Credential.none()).path("cluster"), "status");
        if (cluster == null || !READY.contains(cluster)) {
            differences.add("its state is %s instead of ready".formatted(Words.quoted(cluster)));
        }
        boolean isKnown = elements(list(target, "receivers", probe))
                .anyMatch(each -> target.receiver().equals(Json.text(each, "name")));
        if (!isKnown) {
            differences.add("there is no receiver %s".formatted(Words.quoted(target.receiver())));
        }
        List<String> firing = elements(list(target, CRITICAL, probe))
                .filter(AlertmanagerCheck::isCriticalAndFires)
                .map(each -> Words.quoted(Json.text(each.path("labels"), "alertname")))
                .toList();
        if (firing.isEmpty()) {
            return Finding.of(differences, "ready, with the receiver, and no critical alert fires");
        }
        differences.add("%d critical alert(s) fire: %s"
                .formatted(
                        firing.size(),
                        String.join(", ", firing.stream().limit(MOST_SHOWN).toList())));
        return Finding.failed(String.join("; ", differences), Symptom.ENVIRONMENT_DIFFERS);
    }

    private static URI address(CheckTarget.Alertmanager target, String resource) {
        return URI.create(target.url().toString().replaceFirst("/$", "") + "/api/v2/" + resource);
    }

    private static JsonNode list(CheckTarget.Alertmanager target, String resource, Probe probe) throws CallFailed {
        Answer answer = probe.get(address(target, resource));
        if (!answer.isSuccess()) {
            throw new CallFailed("%s answered %d".formatted(answer.uri(), answer.status()));
        }
        if (answer.truncated()) {
            throw Refusal.invalidInput(
                    "The answer of %s is too long to be read, so nothing is said about it.".formatted(answer.uri()));
        }
        return Json.array(answer);
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Looks again, since a proxy or an old version may leave the filter out. */
    private static boolean isCriticalAndFires(JsonNode alert) {
        JsonNode status = alert.path("status");
        return "critical".equals(Json.text(alert.path("labels"), "severity"))
                && "active".equals(Json.text(status, "state"))
                && status.path("silencedBy").isEmpty();
    }
}
