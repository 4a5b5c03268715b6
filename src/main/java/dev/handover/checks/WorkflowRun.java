package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.Body;
import dev.handover.checks.guard.Call;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Field;
import dev.handover.shared.HandoverException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run of a scripted workflow: what was kept, and what has to be cleaned up. */
final class WorkflowRun {

    private final CheckTarget.Workflow target;
    private final KeptValues kept = new KeptValues();
    private SignedIn person;

    WorkflowRun(CheckTarget.Workflow target) {
        this.target = target;
    }

    /**
     * Makes the requests up to the first that is answered otherwise than expected: what comes later builds on it.
     *
     * @return which request it was and what differed; empty if all went well
     * @throws CallFailed naming the request that was not answered
     */
    Optional<String> make(Probe probe) throws CallFailed {
        person = target.as().through(probe);
        for (WorkflowRequest request : target.requests()) {
            List<String> differences = attempt(request, probe);
            if (!differences.isEmpty()) {
                return Optional.of("%s: %s".formatted(Words.quoted(request.name()), String.join("; ", differences)));
            }
        }
        return Optional.empty();
    }

    private List<String> attempt(WorkflowRequest request, Probe probe) throws CallFailed {
        try {
            return send(request, probe);
        } catch (CallFailed e) {
            throw e.saying("%s: %s".formatted(Words.quoted(request.name()), e.getMessage()));
        }
    }

    /**
     * What became of the clean-up.
     *
     * @param failures requests that were not answered as they should: something is left behind
     * @param leftOut requests that nothing was known for
     */
    record CleanUp(List<String> failures, List<String> leftOut) {

        /** What happened before, and then all of this, for people. */
        String after(String what) {
            return Stream.of(List.of(what), failures, leftOut)
                    .flatMap(List::stream)
                    .collect(Collectors.joining("; "));
        }
    }

    /** Makes every clean-up request whose values are there, whatever became of those before. */
    CleanUp cleanUp(Probe probe) {
        var done = new CleanUp(new ArrayList<>(), new ArrayList<>());
        if (person != null) {
            target.cleanUp().forEach(request -> cleanUp(request, probe, done));
        }
        return done;
    }

    private void cleanUp(WorkflowRequest request, Probe probe, CleanUp done) {
        String told = "clean-up %s: ".formatted(Words.quoted(request.name()));
        List<String> missing = kept.missingFor(request);
        if (!missing.isEmpty()) {
            done.leftOut().add(told + leftOut(missing));
            return;
        }
        try {
            send(request, probe).forEach(difference -> done.failures().add(told + difference));
        } catch (CallFailed | HandoverException e) {
            done.failures().add(told + e.getMessage());
        }
    }

    private static String leftOut(List<String> missing) {
        return "left out, since no answer gave {%s}".formatted(String.join("}, {", missing));
    }

    /** @return what differed from what was expected; a request whose values are missing is not sent */
    private List<String> send(WorkflowRequest request, Probe probe) throws CallFailed {
        List<String> missing = kept.missingFor(request);
        if (!missing.isEmpty()) {
            return List.of(leftOut(missing));
        }
        Call call;
        try {
            call = call(request);
        } catch (IllegalArgumentException e) {
            return List.of("left out, since a kept value does not fit in: " + e.getMessage());
        }
        Answer answer = probe.send(call);
        List<String> differences = new ArrayList<>(request.expect().differences(answer));
        if (!request.keep().isEmpty() && answer.status() == request.expect().status()) {
            differences.addAll(keep(request.keep(), answer, probe));
        }
        return differences;
    }

    /** What was created is kept also if something else differs, since it has to be cleaned up all the same. */
    private List<String> keep(Map<String, String> pointers, Answer answer, Probe probe) {
        JsonNode root;
        try {
            root = Json.any(answer);
        } catch (CallFailed e) {
            return List.of(e.getMessage());
        }
        List<String> faults = new ArrayList<>();
        pointers.forEach((name, pointer) -> {
            Optional<String> fault = kept.keep(name, pointer, root);
            fault.ifPresentOrElse(faults::add, () -> probe.note("kept " + name, kept.inText("{%s}".formatted(name))));
        });
        return faults;
    }

    private Call call(WorkflowRequest request) {
        Call call = person.makes(Call.to(kept.inAddress(request.url())).method(request.method()))
                .body(body(request));
        for (Map.Entry<String, String> header : kept.inTexts(request.headers()).entrySet()) {
            call = call.header(header.getKey(), header.getValue());
        }
        return request.expect().isForRedirect() ? call.withoutRedirects() : call;
    }

    private Body body(WorkflowRequest request) {
        if (request.json() != null) {
            return Body.json(kept.inJson(request.json()));
        }
        return request.form().isEmpty()
                ? Body.none()
                : Body.form(kept.inTexts(request.form()).entrySet().stream()
                        .map(each -> Field.plain(each.getKey(), each.getValue()))
                        .toArray(Field[]::new));
    }
}
