package dev.handover.closing;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** What a reader of a report sees, on one line. */
final class ReportWords {

    private static final Pattern STYLE_OR_TAG = Pattern.compile("<style>.*?</style>|<[^>]*>", Pattern.DOTALL);
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0]+");

    private ReportWords() {}

    static String of(HandoverReport.Written report) {
        var text = HtmlUtils.htmlUnescape(STYLE_OR_TAG.matcher(report.html()).replaceAll(" "));
        return BLANKS.matcher(text).replaceAll(" ");
    }
}
