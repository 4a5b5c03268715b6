package dev.handover.development.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The work orders of the sample product: enough of a workflow to be validated. In memory, the newest {@link #MOST}. */
final class WorkOrders {

    /** @param id for example {@code WO-4711}; @param completedAt null while it is open */
    record WorkOrder(String id, String title, String state, String createdBy, Instant createdAt, Instant completedAt) {}

    private static final int MOST = 200;

    private final Clock clock;
    private final Deque<WorkOrder> orders = new ArrayDeque<>();
    private int lastNumber = 4710;

    WorkOrders(Clock clock) {
        this.clock = clock;
        create("Replace the filter of press 2", "otto.operator");
        create("Inspect the cooling line", "otto.operator");
    }

    synchronized List<WorkOrder> all() {
        return List.copyOf(orders);
    }

    synchronized Optional<WorkOrder> find(String id) {
        return orders.stream().filter(order -> order.id().equals(id)).findFirst();
    }

    synchronized WorkOrder create(String title, String createdBy) {
        var order = new WorkOrder("WO-" + ++lastNumber, title, "OPEN", createdBy, now(), null);
        orders.addFirst(order);
        if (orders.size() > MOST) {
            orders.removeLast();
        }
        return order;
    }

    /** Releases the order; one that was released or completed before stays as it is. Empty if there is none with that id. */
    synchronized Optional<WorkOrder> release(String id) {
        return find(id).map(order -> order.state().equals("OPEN") ? replace(order, released(order)) : order);
    }

    /** True if there was one with that id. */
    synchronized boolean delete(String id) {
        return orders.removeIf(order -> order.id().equals(id));
    }

    /** Completes the order; one that is completed already stays as it is. Empty if there is none with that id. */
    synchronized Optional<WorkOrder> complete(String id) {
        return find(id).map(order -> order.state().equals("COMPLETED") ? order : replace(order, completed(order)));
    }

    private WorkOrder replace(WorkOrder before, WorkOrder after) {
        var all = orders.stream().map(order -> order == before ? after : order).toList();
        orders.clear();
        orders.addAll(all);
        return after;
    }

    private static WorkOrder released(WorkOrder order) {
        return new WorkOrder(order.id(), order.title(), "RELEASED", order.createdBy(), order.createdAt(), null);
    }

    private WorkOrder completed(WorkOrder order) {
        return new WorkOrder(order.id(), order.title(), "COMPLETED", order.createdBy(), order.createdAt(), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
