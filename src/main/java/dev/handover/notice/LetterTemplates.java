package dev.handover.notice;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Lays letters out by {@code mail/notice.html} and {@code mail/notice.txt}. An engine of its own: mails have nothing of
 * web pages, and no page can be made from a mail's template.
 */
@Component
class LetterTemplates {

    private final SpringTemplateEngine html = engine(TemplateMode.HTML, ".html");
    private final SpringTemplateEngine text = engine(TemplateMode.TEXT, ".txt");

    Mail print(Letter letter) {
        var context = new Context(Locale.forLanguageTag(letter.language()), Map.of("letter", letter));
        return new Mail(
                letter.language(),
                letter.subject(),
                html.process("notice", context),
                text.process("notice", context).strip() + "\n",
                letter.mayBeLeftOut() ? letter.settings().address() : null);
    }

    private static SpringTemplateEngine engine(TemplateMode mode, String suffix) {
        var resolver = new ClassLoaderTemplateResolver(LetterTemplates.class.getClassLoader());
        resolver.setPrefix("mail/");
        resolver.setSuffix(suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
