package dev.handover.development.customer;

import dev.handover.development.http.BadRequest;
import dev.handover.development.http.Request;
import dev.handover.development.http.Response;
import dev.handover.development.http.Routes;
import dev.handover.development.http.Templates;
import dev.handover.shared.Step;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The page {@code /switches}: every {@link Part} by validation step, its state, and one button to break or mend it; and
 * the {@link TimeMachine}. Works without script. Asked for JSON, it answers the states.
 */
final class SwitchBoard {

    /**
     * The switches of one validation step.
     *
     * @param number of the step in the source document; null for what touches all steps
     */
    record Group(Integer number, String title, List<Row> rows, boolean hasConnectors) {}

    /** One switch as the page shows it. */
    record Row(String name, String title, boolean broken, String state, String fails) {}

    private final Switches switches;
    private final TimeMachine timeMachine;
    private final Templates templates;
    private final Supplier<URI> baseUrl;

    SwitchBoard(Switches switches, TimeMachine timeMachine, Templates templates, Supplier<URI> baseUrl) {
        this.switches = switches;
        this.timeMachine = timeMachine;
        this.templates = templates;
        this.baseUrl = baseUrl;
    }

    void addTo(Routes routes) {
        routes.get("/switches", this::show)
                .post("/switches/clock", this::moveClock)
                .post("/switches/all", this::mendAll)
                .post("/switches/connector", this::throwConnectorSwitch)
                .post("/switches/{name}", request -> throwSwitch(request, request.variable("name"), ""));
    }

    private Response show(Request request) {
        return request.wantsJson() ? Response.json(switches.states()) : page(200, "");
    }

    private Response page(int status, String problem) {
        var byStep = Arrays.stream(Step.values())
                .map(this::group)
                .filter(group -> !group.rows().isEmpty());
        return templates.page(
                status,
                "switches",
                Map.of(
                        "steps", byStep.toList(),
                        "general", row(Part.SLOW),
                        "brokenConnectors", switches.brokenConnectors(),
                        "brokenCount", switches.brokenCount(),
                        "clock", timeMachine.view(),
                        "baseUrl", baseUrl.get(),
                        "problem", problem));
    }

    private Group group(Step step) {
        var rows = new ArrayList<Row>();
        for (var part : Part.values()) {
            if (part.step().equals(Optional.of(step))) {
                rows.add(row(part));
            }
        }
        return new Group(step.ordinal() + 1, step.title(), rows, step == Step.INTEGRATIONS);
    }

    private Row row(Part part) {
        var broken = switches.isBroken(part);
        var state = broken ? part.whenBroken() : part.whenWorking();
        return new Row(part.switchName(), part.title(), broken, state, part.fails());
    }

    private Response throwConnectorSwitch(Request request) {
        var id = request.form("id").orElse("");
        if (!id.matches("[a-z0-9-]+")) {
            return page(400, "A connector\u2019s id has lower-case letters, digits and hyphens.");
        }
        return throwSwitch(request, "connector-" + id, "connector");
    }

    /** @param anchor where on the page the browser goes back to; empty for the switch itself */
    private Response throwSwitch(Request request, String name, String anchor) {
        try {
            switch (request.form("state").orElse("")) {
                case "broken" -> switches.breakDown(name);
                case "working" -> switches.mend(name);
                default -> {
                    return page(400, "Say state=broken or state=working.");
                }
            }
        } catch (NoSuchElementException e) {
            return page(404, e.getMessage());
        }
        return Response.seeOther("/switches#" + (anchor.isEmpty() ? name : anchor));
    }

    private Response mendAll(Request request) {
        if (request.form("state").filter("working"::equals).isEmpty()) {
            return page(400, "All parts can only be mended together: say state=working.");
        }
        switches.mendAll();
        return Response.seeOther("/switches");
    }

    private Response moveClock(Request request) {
        try {
            timeMachine.move(request);
        } catch (BadRequest e) {
            return page(400, e.getMessage());
        }
        return Response.seeOther("/switches#clock");
    }
}
