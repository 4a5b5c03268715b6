package dev.handover;

import dev.handover.evidence.EvidenceAccess;
import dev.handover.evidence.EvidenceSettings;
import dev.handover.evidence.LinkCapture;
import dev.handover.evidence.ShelfLifeSettings;
import dev.handover.golive.GoLiveRegister;
import dev.handover.process.ShippedReliance;
import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Person;
import dev.handover.shared.Refusal;
import dev.handover.signoff.Reliance;
import dev.handover.signoff.SignerProof;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The modules that {@link DomainTest} is about, and what stands around them. */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(JacksonAutoConfiguration.class)
@EnableConfigurationProperties({EvidenceSettings.class, ShelfLifeSettings.class})
@ComponentScan(
        basePackages = {
            "dev.handover.plan",
            "dev.handover.audit",
            "dev.handover.golive",
            "dev.handover.evidence",
            "dev.handover.validation",
            "dev.handover.signoff",
            "dev.handover.release"
        },
        excludeFilters = {
            @Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"),
            @Filter(type = FilterType.REGEX, pattern = ".*(GuardedLinkCapture|IntegrityCheck|Test.*|.*Tests.*)")
        })
@Import(Rehearsal.class)
class DomainTestBeans {

    private static final Set<String> PEOPLE = Set.of(
            "requester",
            "production",
            "support",
            "business",
            "change",
            "environment",
            "customer",
            "validator",
            "admin",
            "outsider",
            "deputy");

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    /** Everybody's name is their id with a capital letter. The account of "former" is disabled. */
    @Bean
    Directory directory() {
        return new Directory() {
            @Override
            public Optional<Person> find(String userId) {
                return Optional.of(userId)
                        .filter(id -> PEOPLE.contains(id) || id.equals("former"))
                        .map(DomainTestBeans::person);
            }

            @Override
            public boolean canLogIn(String userId) {
                return PEOPLE.contains(userId);
            }
        };
    }

    private static Person person(String id) {
        return new Person(id, Character.toUpperCase(id.charAt(0)) + id.substring(1), id + "@handover.example");
    }

    @Bean
    TestEnvironment customerEnvironment() {
        return new TestEnvironment();
    }

    @Bean
    Reliance reliance() {
        return ShippedReliance.read();
    }

    @Bean
    LinkCapture linkCapture() {
        return link -> {
            throw Refusal.invalidInput("no addresses here");
        };
    }

    /** Everybody has just proven who they are. */
    @Bean
    SignerProof signerProof() {
        return asked -> {};
    }

    @Bean
    EvidenceAccess evidenceAccess(GoLiveRegister register) {
        return new EvidenceAccess() {

            @Override
            public void checkMayRead(GoLiveKey goLive) {
                register.get(goLive);
            }

            @Override
            public void checkMayAdd(GoLiveKey goLive) {
                checkOpen(goLive);
            }

            @Override
            public void checkOpen(GoLiveKey goLive) {
                register.running(goLive);
            }
        };
    }
}
