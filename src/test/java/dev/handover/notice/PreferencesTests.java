package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Refusal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferencesTests extends NoticeModuleTest {

    @Test
    void whoHasChosenNothingReadsTheLanguageOfTheInstallationInTheZoneOfTheGoLive() {
        assertThat(preferences.of("business")).isEqualTo(PersonPreference.NONE);
        assertThat(preferences.reader("business")).isEqualTo(new Reader(Locale.ENGLISH, null));
    }

    @Test
    void whatIsChosenReplacesWhatWasChosenBefore() {
        choose("de", "Asia/Tokyo", "06:15", Map.of("live", "never", "reminder", "at-once"));
        assertThat(preferences.of("business"))
                .isEqualTo(new PersonPreference(
                        Locale.GERMAN,
                        ZoneId.of("Asia/Tokyo"),
                        LocalTime.of(6, 15),
                        Map.of(NoticeKind.LIVE, Manner.NEVER, NoticeKind.REMINDER, Manner.AT_ONCE)));

        choose("", " ", null, Map.of("withdrawn", "digest"));
        assertThat(preferences.of("business"))
                .isEqualTo(new PersonPreference(null, null, null, Map.of(NoticeKind.WITHDRAWN, Manner.DIGEST)));
        assertThat(preferences.of("production")).isEqualTo(PersonPreference.NONE);
    }

    @Test
    void whatGoesAsUsualIsNotKept() {
        choose(null, null, null, Map.of("live", "at-once", "reminder", "digest", "paused", ""));

        assertThat(preferences.of("business").manners()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr |||| Mails are written in en, de",
                "d€ |||| Mails are written in en, de",
                " | Europe/Atlantis ||| \"Europe/Atlantis\" is no time zone",
                " || 8 Uhr || \"8 Uhr\" is no time of day",
                " || 24:00 || \"24:00\" is no time of day",
                " ||| task-waiting=never | it asks you to act",
                " ||| paused=digest | somebody has to know of it at once",
                " ||| window-invitation=digest | it brings an entry for your calendar, which a digest cannot",
                " ||| escalation=never | somebody has to know of it at once",
                " ||| birthday=never | \"birthday\" is not one of",
                " ||| live=seldom | \"seldom\" is not one of at-once, digest, never"
            })
    void whatCannotBeChosenIsRefusedInWords(String language, String zone, String time, String kind, String words) {
        var kinds = kind == null ? Map.<String, String>of() : Map.of(kind.split("=")[0], kind.split("=")[1]);

        assertThatThrownBy(() -> choose(language, zone, time, kinds))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.INVALID_INPUT))
                .hasMessageContaining(words);
        assertThat(preferences.of("business")).isEqualTo(PersonPreference.NONE);
    }

    @Test
    void whatAsksForAnActOrIsUrgentCannotBeLeftOut() {
        assertThat(Arrays.stream(NoticeKind.values())
                        .filter(kind -> kind.choices().contains(Manner.NEVER)))
                .containsExactlyInAnyOrder(
                        NoticeKind.WITHDRAWN,
                        NoticeKind.WINDOW_RELEASED,
                        NoticeKind.MISSED_WINDOW,
                        NoticeKind.WINDOW_INVITATION,
                        NoticeKind.LIVE,
                        NoticeKind.HANDED_OVER,
                        NoticeKind.PLAN_CHANGED);
        assertThat(NoticeKind.values())
                .allMatch(kind -> kind.choices().contains(kind.usual()))
                .allMatch(kind -> kind.urgency() != Urgency.URGENT || kind.usual() == Manner.AT_ONCE);
    }

    @ParameterizedTest(name = "{0} in {1} at {2}")
    @CsvSource({
        "2026-03-02T10:00:00Z, Europe/Berlin, 08:00, 2026-03-03T07:00:00Z",
        "2026-03-02T06:59:59Z, Europe/Berlin, 08:00, 2026-03-02T07:00:00Z",
        "2026-03-02T07:00:00Z, Europe/Berlin, 08:00, 2026-03-03T07:00:00Z",
        "2026-03-02T10:00:00Z, Asia/Tokyo, 08:00, 2026-03-02T23:00:00Z",
        "2026-03-02T10:00:00Z, , , 2026-03-03T07:00:00Z",
        // The clocks go forward on 29 March, and back on 25 October.
        "2026-03-28T12:00:00Z, Europe/Berlin, 08:00, 2026-03-29T06:00:00Z",
        "2026-03-28T12:00:00Z, Europe/Berlin, 02:30, 2026-03-29T01:30:00Z",
        "2026-10-24T12:00:00Z, Europe/Berlin, 02:30, 2026-10-25T00:30:00Z",
        "2026-10-25T00:30:00Z, Europe/Berlin, 02:30, 2026-10-26T01:30:00Z",
    })
    void theDigestComesAtTheTimeOfDayWhereThePersonIs(Instant now, String zone, String time, Instant due) {
        choose(null, zone, time, Map.of());

        assertThat(preferences.nextDigest("business", now)).isEqualTo(due);
    }

    private void choose(String language, String zone, String time, Map<String, String> kinds) {
        preferences.choose("business", PersonPreference.read(language, zone, time, kinds));
    }
}
