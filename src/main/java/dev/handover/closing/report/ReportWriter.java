package dev.handover.closing.report;

import dev.handover.golive.GoLiveRegister;
import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes the report as one HTML document that needs nothing else: no script, no image, no style sheet to load. */
@Component
class ReportWriter {

    private static final String TEMPLATE = "closing/report";

    private final GoLiveRegister register;
    private final Directory directory;
    private final CoverWriter cover;
    private final List<ChapterWriter> chapters;
    private final ITemplateEngine templates;
    private final String style;

    ReportWriter(
            GoLiveRegister register,
            Directory directory,
            CoverWriter cover,
            List<ChapterWriter> chapters,
            ITemplateEngine templates) {
        this.register = register;
        this.directory = directory;
        this.cover = cover;
        this.chapters = chapters;
        this.templates = templates;
        this.style = read("templates/closing/report.css");
    }

    /**
     * @param closing true if this is the report that is frozen as the go-live is closed
     * @throws dev.handover.shared.Refusal (not found) for an unknown go-live
     */
    String write(GoLiveKey key, Instant asOf, boolean closing) {
        var goLive = register.get(key);
        var subject = new Subject(goLive, register.plan(key), directory, new ReportTimes(goLive.zone()), asOf);
        return print(
                key,
                cover.write(subject, closing),
                chapters.stream().map(each -> each.write(subject)).toList());
    }

    private String print(GoLiveKey key, Cover first, List<Chapter> rest) {
        var context = new Context(
                Locale.ENGLISH,
                Map.of(
                        "key",
                        key.value(),
                        "cover",
                        first,
                        "chapters",
                        rest,
                        "style",
                        style.replace("GO-LIVE", key.value())));
        return templates.process(TEMPLATE, context);
    }

    private static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " is not packaged", e);
        }
    }
}
