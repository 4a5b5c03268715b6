package dev.handover.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.shared.Refusal;
import java.net.ConnectException;
import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;

/** What an admin reads of a job that failed. */
class ReadableFailuresTests {

    @Test
    void whatOurRulesSaidStaysAsItIs() {
        var refusal = Refusal.wrongPhase("The go-live has ended.");
        assertThat(ReadableFailures.inWords(refusal)).isSameAs(refusal);
    }

    @Test
    void whatOurRulesSaidIsFoundBehindTheWordsOfTheEngine() {
        var wrapped = new ProcessEngineException("ENGINE-03083 error", Refusal.conflict("Somebody was faster."));
        assertThat(ReadableFailures.inWords(wrapped))
                .hasMessage("Somebody was faster.")
                .hasCause(wrapped);
    }

    @Test
    void aLostRaceIsLeftToTheEngine() {
        var race = new OptimisticLockingException("was updated by another transaction concurrently");
        assertThat(ReadableFailures.inWords(race)).isSameAs(race);
        assertThat(ReadableFailures.inWords(null)).isNull();
    }

    @Test
    void aFaultOfTheDatabaseNamesTheDatabase() {
        var fault = new UncategorizedSQLException(
                "PreparedStatementCallback",
                "insert into x values (?)",
                new SQLException("ERROR: could not extend file: No space left on device\n  Hint: Check free space."));
        assertThat(ReadableFailures.inWords(fault).getMessage())
                .startsWith(
                        "The database did not do what it was asked to: ERROR: could not extend file: No space left on"
                                + " device (SQLException).")
                .contains("retry this job")
                .doesNotContain("insert into", "Hint");
    }

    @Test
    void aConnectionThatFailedSaysSo() {
        var fault = new IllegalStateException("reading", new ConnectException("Connection refused"));
        assertThat(ReadableFailures.inWords(fault))
                .hasMessageStartingWith(
                        "Another system could not be reached: Connection refused (ConnectException). Nothing of this step");
    }

    @Test
    void aFaultWithoutWordsIsCalledByItsKind() {
        assertThat(ReadableFailures.inWords(new NullPointerException()).getMessage())
                .startsWith(
                        "Something happened that should not: NullPointerException. Nothing of this step was recorded.")
                .contains("stack trace");
    }

    @Test
    void aLongMessageIsCut() {
        assertThat(ReadableFailures.inWords(new IllegalStateException("x".repeat(9_000)))
                        .getMessage())
                .contains("x…", "(IllegalStateException)")
                .hasSizeLessThan(700);
    }

    @Test
    void aRingOfCausesComesToAnEnd() {
        var one = new IllegalStateException("one");
        var other = new IllegalStateException("other", one);
        one.initCause(other);
        assertThat(ReadableFailures.inWords(one)).hasMessageContaining("other");
    }

    @Test
    void theEngineIsToldInWordsAndKeepsTheStory() {
        var told = new Throwable[1];
        Command<Object> counting = context -> null;
        var failures = new ReadableFailures((job, failure) -> {
            told[0] = failure;
            return counting;
        });
        var fault = new NullPointerException("x");
        assertThat(failures.getCommand("job", fault)).isSameAs(counting);
        assertThat(told[0]).hasMessageStartingWith("Something happened").hasCause(fault);
    }
}
