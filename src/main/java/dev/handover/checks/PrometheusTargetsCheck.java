package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.CallFailed;
import dev.handover.shared.Refusal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * {@link CheckTarget.PrometheusTargets}. Source: Prometheus documentation, "HTTP API", targets. A list that is too long to be
 * read is asked for again job by job, and never judged by its beginning.
 */
@Component
final class PrometheusTargetsCheck implements Check<CheckTarget.PrometheusTargets> {

    private static final int MOST_SHOWN = 5;

    @Override
    public Class<CheckTarget.PrometheusTargets> kind() {
        return CheckTarget.PrometheusTargets.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.PrometheusTargets target) {
        return Optional.of(target.prometheus());
    }

    @Override
    public String expected(CheckTarget.PrometheusTargets target) {
        return "every job has targets, all of them up: " + String.join(", ", target.jobs());
    }

    @Override
    public Symptom symptom() {
        return Symptom.EVIDENCE_INCOMPLETE;
    }

    @Override
    public Finding look(CheckTarget.PrometheusTargets target, Probe probe) throws CallFailed {
        Answer all = ask(target.prometheus(), "", probe);
        List<String> differences = new ArrayList<>();
        int count = 0;
        for (String job : target.jobs()) {
            Answer answer = all.truncated() ? ask(target.prometheus(), "&scrapePool=" + encoded(job), probe) : all;
            List<JsonNode> targets = targetsOf(job, answer);
            if (targets.isEmpty() && all.truncated()) {
                throw tooLong(job);
            }
            count += targets.size();
            judge(job, targets, differences);
        }
        return Finding.of(
                differences,
                "%d target(s) of %d job(s), all up"
                        .formatted(count, target.jobs().size()));
    }

    private static Answer ask(URI prometheus, String more, Probe probe) throws CallFailed {
        String base = prometheus.toString().replaceFirst("/$", "");
        return probe.get(URI.create(base + "/api/v1/targets?state=active" + more));
    }

    private static String encoded(String job) {
        return URLEncoder.encode(job, StandardCharsets.UTF_8);
    }

    private static List<JsonNode> targetsOf(String job, Answer answer) throws CallFailed {
        if (answer.truncated()) {
            throw tooLong(job);
        }
        JsonNode json = Json.object(answer);
        if (!answer.isSuccess() || !"success".equals(Json.text(json, "status"))) {
            throw new CallFailed("the list of targets was answered %d: %s"
                    .formatted(answer.status(), Words.quoted(Json.text(json, "error"))));
        }
        return StreamSupport.stream(json.path("data").path("activeTargets").spliterator(), false)
                .filter(each ->
                        job.equals(Json.text(each.path("labels"), "job")) || job.equals(Json.text(each, "scrapePool")))
                .toList();
    }

    private static Refusal tooLong(String job) {
        return Refusal.invalidInput(
                "The list of targets is too long to look for the job %s. Use a query such as min(up{job=\"…\"}) in the plan."
                        .formatted(Words.quoted(job)));
    }

    private static void judge(String job, List<JsonNode> targets, List<String> differences) {
        if (targets.isEmpty()) {
            differences.add("the job %s has no target".formatted(Words.quoted(job)));
        }
        List<JsonNode> down = targets.stream()
                .filter(each -> !"up".equals(Json.text(each, "health")))
                .toList();
        down.stream().limit(MOST_SHOWN).map(PrometheusTargetsCheck::described).forEach(differences::add);
        if (down.size() > MOST_SHOWN) {
            differences.add("and %d more of the job %s".formatted(down.size() - MOST_SHOWN, Words.quoted(job)));
        }
    }

    private static String described(JsonNode target) {
        String error = Json.text(target, "lastError");
        return "%s of the job %s is %s%s"
                .formatted(
                        Words.quoted(Json.text(target.path("labels"), "instance")),
                        Words.quoted(Json.text(target.path("labels"), "job")),
                        Words.quoted(Json.text(target, "health")),
                        error == null || error.isEmpty() ? "" : " (%s)".formatted(Words.quoted(error)));
    }
}
