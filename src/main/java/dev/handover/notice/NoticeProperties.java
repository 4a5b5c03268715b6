package dev.handover.notice;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who notices come from. A bad value stops the start-up.
 *
 * @param from address of the sender; its domain also ends every Message-ID, so it stays the same on all nodes
 * @param senderName name of the sender, one line
 */
@Validated
@ConfigurationProperties("handover.notice")
record NoticeProperties(
        @NotBlank @Email String from,
        @DefaultValue("Handover") @NotBlank @Size(max = 80) String senderName) {

    @AssertTrue(message = "must be one line of ordinary characters")
    boolean isSenderNamePlain() {
        return senderName == null || senderName.isBlank() || senderName.equals(MailText.line(senderName));
    }

    /** Right side of the Message-IDs. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
