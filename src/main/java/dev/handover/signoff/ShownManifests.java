package dev.handover.signoff;

import dev.handover.evidence.Manifest;
import dev.handover.evidence.Manifests;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which manifests a person was shown when they opened a sign-off, so that the next look can say what has changed since. */
@Component
public class ShownManifests {

    private final JdbcClient jdbc;
    private final Manifests manifests;
    private final Clock clock;

    ShownManifests(JdbcClient jdbc, Manifests manifests, Clock clock) {
        this.jdbc = jdbc;
        this.manifests = manifests;
        this.clock = clock;
    }

    /** @param at when it was shown last */
    public record Look(Manifest manifest, Instant at) {}

    /** Who looked at whose sign-off. @param person user id */
    public record Reader(GoLiveKey goLive, String person, Role role) {}

    private record Row(String manifest, Instant at) {}

    /** The last manifest the person was shown that is another than this one; the same one shown again hides nothing. */
    @Transactional(readOnly = true)
    public Optional<Look> before(Reader reader, Manifest now) {
        return jdbc.sql("""
                        select manifest, at from briefing_view
                         where go_live = ? and person = ? and role = ? and manifest <> ?
                         order by at desc limit 1
                        """)
                .params(
                        reader.goLive().value(),
                        reader.person(),
                        reader.role().name(),
                        now.digest().sha256())
                .query((row, number) ->
                        new Row(row.getString(1), row.getTimestamp(2).toInstant()))
                .optional()
                .flatMap(row ->
                        manifests.find(new Digest(row.manifest())).map(manifest -> new Look(manifest, row.at())));
    }

    /** Remembers that the person is shown this manifest now. */
    @Transactional
    public void shown(Reader reader, Manifest manifest) {
        manifests.keep(manifest);
        jdbc.sql("""
                        insert into briefing_view (go_live, person, role, manifest, at) values (?, ?, ?, ?, ?)
                        on conflict (go_live, person, role, manifest) do update set at = excluded.at
                        """)
                .params(
                        reader.goLive().value(),
                        reader.person(),
                        reader.role().name(),
                        manifest.digest().sha256(),
                        Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .update();
    }
}
