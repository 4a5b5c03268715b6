package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class LinksTests {

    @Configuration
    @EnableConfigurationProperties({Links.class, NoticeProperties.class})
    static class Settings {}

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class)
            .withPropertyValues(
                    "handover.base-url=https://handover.example.com", "handover.notice.from=golive@example.com");

    @ParameterizedTest
    @ValueSource(
            strings = {"https://handover.example.com", "https://handover.example.com/", "https://handover.example.com//"
            })
    void aTaskIsOpenedInTasklist(URI base) {
        assertThat(new Links(base).task("4711-a"))
                .isEqualTo("https://handover.example.com/camunda/app/tasklist/default/#/?task=4711-a");
    }

    @Test
    void anInstallationBelowAPathIsReachedThere() {
        assertThat(new Links(URI.create("https://example.com/tools/handover/")).report("aurora-1"))
                .isEqualTo("https://example.com/tools/handover/api/go-lives/aurora-1/report");
    }

    @Test
    void aTaskIdCannotLeaveItsPlace() {
        assertThat(new Links(URI.create("https://example.com")).task("1&x=\"><a>"))
                .endsWith("?task=1%26x%3D%22%3E%3Ca%3E");
    }

    @Test
    void goodSettingsStart() {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(NoticeProperties.class).senderName()).isEqualTo("Handover");
            assertThat(context.getBean(NoticeProperties.class).domain()).isEqualTo("example.com");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handover.base-url=ftp://example.com",
                "handover.base-url=javascript:alert(1)",
                "handover.base-url=https://user:pw@example.com",
                "handover.base-url=https://example.com?x=1",
                "handover.base-url=https://example.com#x",
                "handover.base-url=/relative",
                "handover.base-url=",
                "handover.notice.from=",
                "handover.notice.from=nobody",
                "handover.notice.from=a@example.com, b@example.com",
                "handover.notice.sender-name=Hand\\nover",
                "handover.notice.sender-name="
            })
    void aBadSettingStopsTheStartUp(String setting) {
        application
                .withPropertyValues(setting.replace("\\n", "\n"))
                .run(context -> assertThat(context).hasFailed());
    }
}
