package dev.handover.closing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Slugged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lists that somebody was shown, kept word for word under their digest. */
@Component
class OpenIssueLists {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    OpenIssueLists(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps the list; one that is kept already stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(OpenIssueList list) {
        var document = list.document();
        jdbc.sql(
                        "insert into open_issue_list (sha256, go_live, document, shown_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(
                        Digest.of(document).sha256(),
                        list.goLive().value(),
                        document,
                        Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .update();
    }

    /**
     * The list of that go-live that was kept under that digest; empty if nobody was shown one.
     *
     * @throws IllegalStateException if the stored document is not the one that was kept
     */
    Optional<OpenIssueList> find(GoLiveKey goLive, String sha256) {
        return jdbc.sql("select document from open_issue_list where go_live = ? and sha256 = ?")
                .params(goLive.value(), sha256)
                .query(String.class)
                .optional()
                .map(document -> read(sha256, document));
    }

    private OpenIssueList read(String sha256, String document) {
        if (!Digest.of(document).sha256().equals(sha256)) {
            throw new IllegalStateException(
                    "The stored list %s is damaged. Restore it from a backup.".formatted(sha256));
        }
        try {
            var root = json.readTree(document);
            return new OpenIssueList(
                    new GoLiveKey(root.get("goLive").textValue()),
                    each(root.get("issues"), OpenIssueLists::issue),
                    each(root.get("rhythm"), OpenIssueLists::duty));
        } catch (IOException e) {
            throw new UncheckedIOException("the stored list %s is no JSON".formatted(sha256), e);
        }
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> reading) {
        return StreamSupport.stream(array.spliterator(), false).map(reading).toList();
    }

    private static OpenIssue issue(JsonNode issue) {
        return new OpenIssue(
                issue.get("id").textValue(),
                issue.get("title").textValue(),
                issue.get("severity").textValue(),
                issue.get("workaround").textValue(),
                issue.get("owner").textValue(),
                issue.get("source").textValue());
    }

    private static Duty duty(JsonNode duty) {
        return new Duty(
                Slugged.of(Duty.Area.class, duty.get("area").textValue()),
                duty.get("text").textValue(),
                duty.get("responsible").textValue());
    }
}
