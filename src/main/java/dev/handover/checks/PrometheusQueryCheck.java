package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.CallFailed;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.PrometheusQuery}. Source: Prometheus documentation, "HTTP API", instant queries. */
@Component
final class PrometheusQueryCheck implements Check<CheckTarget.PrometheusQuery> {

    private static final int MOST_SHOWN = 5;

    /** @param labels as the API names the series; empty for a scalar */
    private record Sample(String labels, double value) {

        @Override
        public String toString() {
            return labels.isEmpty() ? String.valueOf(value) : "%s of %s".formatted(value, Words.quoted(labels));
        }
    }

    @Override
    public Class<CheckTarget.PrometheusQuery> kind() {
        return CheckTarget.PrometheusQuery.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.PrometheusQuery target) {
        return Optional.of(target.prometheus());
    }

    @Override
    public String expected(CheckTarget.PrometheusQuery target) {
        return "%s %s %s for every series"
                .formatted(target.expression(), target.comparison().symbol(), target.threshold());
    }

    @Override
    public Symptom symptom() {
        return Symptom.EVIDENCE_INCOMPLETE;
    }

    @Override
    public Finding look(CheckTarget.PrometheusQuery target, Probe probe) throws CallFailed {
        Answer answer = probe.get(address(target.prometheus(), target.expression()));
        JsonNode json = Json.object(answer);
        if (!answer.isSuccess() || !"success".equals(Json.text(json, "status"))) {
            return Finding.failed(
                    "the query was answered %d: %s".formatted(answer.status(), Words.quoted(Json.text(json, "error"))));
        }
        List<Sample> samples = samples(json.path("data"));
        if (samples.isEmpty()) {
            return Finding.failed("the query yields no series");
        }
        List<Sample> beyond = samples.stream()
                .filter(sample -> !target.comparison().holds(sample.value(), target.threshold()))
                .toList();
        return beyond.isEmpty()
                ? Finding.passed("%d series, %s".formatted(samples.size(), shown(samples)))
                : Finding.failed("%d of %d series not: %s".formatted(beyond.size(), samples.size(), shown(beyond)));
    }

    private static URI address(URI base, String expression) {
        String text = base.toString();
        String trimmed = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return URI.create(trimmed + "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
    }

    private static List<Sample> samples(JsonNode data) {
        List<Sample> samples = new ArrayList<>();
        JsonNode result = data.path("result");
        if ("vector".equals(Json.text(data, "resultType"))) {
            result.forEach(each -> samples.add(new Sample(each.path("metric").toString(), value(each.path("value")))));
        } else if ("scalar".equals(Json.text(data, "resultType"))) {
            samples.add(new Sample("", value(result)));
        }
        return samples;
    }

    /** A pair of time and value as text, where the value may be {@code NaN}, {@code +Inf} or {@code -Inf}. */
    private static double value(JsonNode pair) {
        try {
            return switch (pair.path(1).asText()) {
                case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(pair.path(1).asText());
            };
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String shown(List<Sample> samples) {
        String first = String.join(
                ", ", samples.stream().limit(MOST_SHOWN).map(Sample::toString).toList());
        return samples.size() <= MOST_SHOWN ? first : first + " …";
    }
}
