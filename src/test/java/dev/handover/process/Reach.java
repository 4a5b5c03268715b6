package dev.handover.process;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * What a process can come to, whatever its data, timers, messages and errors do, if some activities are never completed
 * and some flows never taken. A parallel join is passed only once every flow into it can be.
 */
final class Reach {

    private final BpmnModelInstance model;
    private final Set<String> blocked;
    private final Set<FlowNode> entered = new HashSet<>();
    private final Set<FlowNode> left = new HashSet<>();

    private Reach(BpmnModelInstance model, Collection<String> blocked) {
        this.model = model;
        this.blocked = Set.copyOf(blocked);
    }

    /** True if the process can come to the element without completing or taking any of the blocked ones. */
    static boolean canReach(BpmnModelInstance model, String element, Collection<String> blocked) {
        var reach = new Reach(model, blocked);
        reach.explore();
        FlowNode target = model.getModelElementById(element);
        return reach.entered.contains(target);
    }

    /** Goes on until nothing new can be reached. */
    private void explore() {
        int before;
        do {
            before = entered.size() + left.size();
            model.getModelElementsByType(FlowNode.class).forEach(this::visit);
        } while (entered.size() + left.size() > before);
    }

    private void visit(FlowNode node) {
        if (isReached(node)) {
            entered.add(node);
        }
        if (entered.contains(node) && !blocked.contains(node.getId()) && canComplete(node)) {
            left.add(node);
        }
    }

    private boolean isReached(FlowNode node) {
        if (node instanceof StartEvent) {
            return !(node.getParentElement() instanceof SubProcess around)
                    || around.triggeredByEvent()
                    || entered.contains(around);
        }
        if (node instanceof BoundaryEvent boundary) {
            return entered.contains(boundary.getAttachedTo());
        }
        if (node instanceof SubProcess around && around.triggeredByEvent()) {
            return true;
        }
        var into = flowsInto(node);
        return node instanceof ParallelGateway
                ? into.stream().allMatch(this::isTaken)
                : into.stream().anyMatch(this::isTaken);
    }

    /** By where the flows say they lead, as the engine does; not by what the node lists. */
    private List<SequenceFlow> flowsInto(FlowNode node) {
        return model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getTarget().equals(node))
                .toList();
    }

    private boolean isTaken(SequenceFlow flow) {
        return !blocked.contains(flow.getId()) && left.contains(flow.getSource());
    }

    /** A subprocess is completed by one of its ends, but not by one that throws an error. */
    private boolean canComplete(FlowNode node) {
        return !(node instanceof SubProcess)
                || node.getChildElementsByType(EndEvent.class).stream()
                        .filter(end -> end.getChildElementsByType(ErrorEventDefinition.class)
                                .isEmpty())
                        .anyMatch(entered::contains);
    }
}
