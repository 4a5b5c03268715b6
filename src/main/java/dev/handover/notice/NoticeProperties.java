package dev.handover.notice;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who notices come from, and what holds for people who have chosen nothing. A bad value stops the start-up.
 *
 * @param from address of the sender; its domain also ends every Message-ID, so it stays the same on all nodes
 * @param senderName name of the sender, one line
 * @param language of mails, one of those there are words for
 * @param digestAt time of day at which what was collected is sent, in the zone of the recipient
 * @param atOncePerHour mails of their own that a person gets within an hour before what is not urgent is collected
 *     until the hour is over
 * @param deadline longest time for handing over one mail; the job that does it is another node's after 60 s
 */
@Validated
@ConfigurationProperties("handover.notice")
record NoticeProperties(
        @NotBlank @Email String from,
        @DefaultValue("Handover") @NotBlank @Size(max = 80) String senderName,
        @DefaultValue("en") @NotNull Locale language,
        @DefaultValue("08:00") @NotNull LocalTime digestAt,
        @DefaultValue("3") @Min(1) int atOncePerHour,

        @DefaultValue("PT40S") @DurationMin(seconds = 1) @DurationMax(seconds = 50)
        Duration deadline) {

    @AssertTrue(message = "must be one line of ordinary characters")
    boolean isSenderNamePlain() {
        return senderName == null || senderName.isBlank() || senderName.equals(MailText.line(senderName));
    }

    @AssertTrue(message = "language must be one that there are words for, for example en or de")
    boolean isLanguageKnown() {
        return language == null || Languages.known().contains(language);
    }

    /** Right side of the Message-IDs. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
