package dev.handover.development.customer;

import dev.handover.development.customer.Account.Role;
import dev.handover.development.http.BadRequest;
import dev.handover.development.http.Handler;
import dev.handover.development.http.Request;
import dev.handover.development.http.Response;
import dev.handover.development.http.Routes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What users of the sample product reach, each by its role. Sign-in is by password (HTTP Basic), by a token of the
 * {@link IdentityProvider}, or by a session of the {@link LoginForm}; without a right one the answer is 401, without the right role 403.
 */
final class ProductApi {

    /** What a role may be allowed to reach. */
    private enum Resource {
        PROFILE(Role.values()),
        USERS(Role.ADMINISTRATOR),
        WORK_ORDERS(Role.ADMINISTRATOR, Role.OPERATOR, Role.VIEWER),
        WORK_ORDER_CHANGES(Role.ADMINISTRATOR, Role.OPERATOR),
        SCENES(Role.ADMINISTRATOR, Role.OPERATOR, Role.VIEWER),
        INTEGRATIONS(Role.ADMINISTRATOR, Role.INTEGRATION_OWNER),
        TICKETS(Role.ADMINISTRATOR, Role.SUPPORT_USER);

        private final Set<Role> roles;

        Resource(Role... roles) {
            this.roles = Set.of(roles);
        }
    }

    /** A resource for one account. */
    private interface Page {
        Response answer(Request request, Account account) throws Exception;
    }

    private static final String VERSION = "4.2.1";
    private static final String NEXT_VERSION = "4.2.2";

    private final Switches switches;
    private final IdentityProvider identityProvider;
    private final LoginForm loginForm;
    private final WorkOrders workOrders;

    ProductApi(Clock clock, Switches switches, IdentityProvider identityProvider, LoginForm loginForm) {
        this.loginForm = loginForm;
        this.switches = switches;
        this.identityProvider = identityProvider;
        this.workOrders = new WorkOrders(clock);
    }

    void addTo(Routes routes) {
        routes.get("/api/environment", request -> Response.json(environment()))
                .get("/api/me", secured(Resource.PROFILE, (request, account) -> Response.json(profile(account))))
                .get("/api/admin/users", secured(Resource.USERS, ProductApi::users))
                .get("/api/work-orders", secured(Resource.WORK_ORDERS, this::listOrders))
                .post("/api/work-orders", secured(Resource.WORK_ORDER_CHANGES, this::createOrder))
                .get("/api/work-orders/{id}", secured(Resource.WORK_ORDERS, this::showOrder))
                .delete("/api/work-orders/{id}", secured(Resource.WORK_ORDER_CHANGES, this::deleteOrder))
                .post("/api/work-orders/{id}/release", secured(Resource.WORK_ORDER_CHANGES, this::releaseOrder))
                .post("/api/work-orders/{id}/completion", secured(Resource.WORK_ORDER_CHANGES, this::completeOrder))
                .get("/api/scenes", secured(Resource.SCENES, named("Press shop Hamburg", "Cooling line")))
                .get("/api/integrations", secured(Resource.INTEGRATIONS, named("erp", "historian")))
                .get("/api/tickets", secured(Resource.TICKETS, named("T-1001", "T-1002")));
    }

    /** How the environment presents itself; needs no sign-in. */
    Map<String, String> environment() {
        return Map.of(
                "label", switches.isBroken(Part.ENVIRONMENT_LABEL) ? "staging" : "production",
                "tenant", switches.isBroken(Part.TENANT) ? "aurora-test" : "aurora-prod",
                "version", switches.isBroken(Part.VERSION) ? NEXT_VERSION : VERSION);
    }

    private Handler secured(Resource resource, Page page) {
        return request -> {
            var account = signedIn(request);
            if (account.isEmpty()) {
                return Response.problem(401, "Sign in with a product account.")
                        .with("WWW-Authenticate", "Basic realm=\"Aurora Works\", charset=\"UTF-8\"");
            }
            if (!isAllowed(account.get().role(), resource)) {
                return Response.problem(403, "The role " + account.get().role().slug() + " may not do this.");
            }
            return page.answer(request, account.get());
        };
    }

    private Optional<Account> signedIn(Request request) {
        if (request.bearerToken().isPresent()) {
            return request.bearerToken().flatMap(identityProvider::accountOf);
        }
        if (loginForm.accountOf(request).isPresent()) {
            return loginForm.accountOf(request);
        }
        return request.basicCredentials()
                .filter(credentials -> !switches.isBroken(Part.SIGN_IN))
                .flatMap(credentials -> Account.withPassword(credentials.account(), credentials.password()));
    }

    private boolean isAllowed(Role role, Resource resource) {
        return switch (resource) {
            case USERS -> resource.roles.contains(role) || role == Role.VIEWER && switches.isBroken(Part.ROLES);
            case WORK_ORDERS, WORK_ORDER_CHANGES ->
                resource.roles.contains(role)
                        && !(role == Role.OPERATOR && switches.isBroken(Part.OPERATOR_WORK_ORDERS));
            default -> resource.roles.contains(role);
        };
    }

    private static Map<String, String> profile(Account account) {
        return Map.of("account", account.name(), "role", account.role().slug());
    }

    private static Response users(Request request, Account account) {
        return Response.json(Account.ALL.stream().map(ProductApi::profile).toList());
    }

    private Response listOrders(Request request, Account account) {
        return Response.json(workOrders.all());
    }

    private Response createOrder(Request request, Account account) throws Exception {
        var title = request.json().path("title").asText("");
        if (title.isBlank() || title.length() > 200) {
            throw new BadRequest("A work order needs a title of at most 200 characters.");
        }
        var order = workOrders.create(title, account.name());
        return Response.json(201, order).with("Location", "/api/work-orders/" + order.id());
    }

    private Response showOrder(Request request, Account account) {
        return answer(workOrders.find(request.variable("id")));
    }

    private Response releaseOrder(Request request, Account account) {
        return switches.isBroken(Part.WORK_ORDER_RELEASE)
                ? Response.problem(409, "The work order cannot be released: its routing is locked.")
                : answer(workOrders.release(request.variable("id")));
    }

    private Response deleteOrder(Request request, Account account) {
        if (switches.isBroken(Part.WORK_ORDER_DELETION)) {
            return Response.problem(403, "Work orders can no longer be deleted.");
        }
        return workOrders.delete(request.variable("id"))
                ? Response.empty(204)
                : Response.problem(404, "There is no such work order.");
    }

    private Response completeOrder(Request request, Account account) {
        return answer(workOrders.complete(request.variable("id")));
    }

    private static Response answer(Optional<WorkOrders.WorkOrder> order) {
        return order.map(Response::json).orElseGet(() -> Response.problem(404, "There is no such work order."));
    }

    private static Page named(String... ids) {
        var items = List.of(ids).stream().map(id -> Map.of("id", id)).toList();
        return (request, account) -> Response.json(items);
    }
}
