package dev.handover.notice;

import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The module with partners whose answers a test chooses. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({Links.class, NoticeProperties.class})
@Import({Notices.class, LetterWriter.class, LetterTemplates.class, Delivery.class})
class NoticeTestData {

    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Bean
    @Primary
    Clock fixedClock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    World world() {
        return new World();
    }

    /** Everything around the module. */
    static class World implements NoticeProcess, WaitingTasks, Directory, Headlines {

        final List<UUID> asked = new ArrayList<>();
        final Set<String> doneTasks = new HashSet<>();
        final Map<String, Person> people = new HashMap<>();
        Headline headline;

        World() {
            reset();
        }

        void reset() {
            asked.clear();
            doneTasks.clear();
            people.clear();
            for (var person : List.of("business:Bianca Berg", "production:Paul Prodan", "support:Susan Sauer")) {
                var part = person.split(":");
                people.put(part[0], new Person(part[0], part[1], part[0] + "@handover.example"));
            }
            headline = new Headline("Aurora 4.2 goes live", "Aurora Works", "production", BERLIN);
        }

        @Override
        public void send(GoLiveKey key, UUID notice) {
            asked.add(notice);
        }

        @Override
        public boolean isStillWaiting(String taskId) {
            return !doneTasks.contains(taskId);
        }

        @Override
        public Optional<Person> find(String userId) {
            return Optional.ofNullable(people.get(userId));
        }

        @Override
        public Headline of(GoLiveKey key) {
            return headline;
        }
    }
}
