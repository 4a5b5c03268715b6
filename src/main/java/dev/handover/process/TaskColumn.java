package dev.handover.process;

import dev.handover.golive.GoLive;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * What the Tasklist shows of the go-live with each task, and can sort and search by: variables of the task alone, as they
 * are when it is given out. Nothing decides by them.
 */
public enum TaskColumn {
    CUSTOMER("customerName", "Customer", GoLive::customerName),
    ENVIRONMENT("environmentLabel", "Environment", GoLive::environmentLabel),
    GO_LIVE("goLiveKey", "Go-live", goLive -> goLive.key().value());

    private final String variable;
    private final String label;
    private final Function<GoLive, String> value;

    TaskColumn(String variable, String label, Function<GoLive, String> value) {
        this.variable = variable;
        this.label = label;
        this.value = value;
    }

    /** Name of the variable. */
    public String variable() {
        return variable;
    }

    /** For people. */
    public String label() {
        return label;
    }

    static void fill(DelegateTask task, GoLive goLive) {
        task.setVariablesLocal(Arrays.stream(values())
                .collect(Collectors.toMap(TaskColumn::variable, column -> column.value.apply(goLive))));
    }
}
