package dev.handover.process;

import dev.handover.shared.Slugged;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A variable that a model reads or hands on, with its type. The engine holds only text, truth values and numbers.
 *
 * @param write what the engine holds for a value
 * @param read the value for what the engine holds
 */
record ProcessVariable<T>(String name, Function<T, Object> write, Function<Object, T> read) {

    static ProcessVariable<Boolean> flag(String name) {
        return new ProcessVariable<>(name, value -> value, Boolean.class::cast);
    }

    static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, value -> value, String.class::cast);
    }

    /** Whole or decimal, as a form sends it. */
    static ProcessVariable<Number> number(String name) {
        return new ProcessVariable<>(name, value -> value, Number.class::cast);
    }

    /** Held as an ISO-8601 text in UTC, which the engine's timers read. */
    static ProcessVariable<Instant> instant(String name) {
        return new ProcessVariable<>(name, Instant::toString, value -> Instant.parse((String) value));
    }

    /** A word of the contract, held as its slug. */
    static <E extends Enum<E> & Slugged> ProcessVariable<E> word(String name, Class<E> words) {
        return new ProcessVariable<>(name, Slugged::slug, value -> Slugged.of(words, (String) value));
    }

    /** @throws IllegalStateException if unset: a fault of the model, so the job fails, is retried and becomes an incident */
    T get(VariableScope scope) {
        return find(scope)
                .orElseThrow(() -> new IllegalStateException("process variable \"%s\" is not set".formatted(name)));
    }

    Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(scope.getVariable(name)).map(read);
    }

    /** Sets it where it is declared, from the innermost scope outwards, or else for the whole process instance. */
    void set(VariableScope scope, T value) {
        scope.setVariable(name, write.apply(value));
    }
}
