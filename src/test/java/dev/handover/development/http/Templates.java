package dev.handover.development.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The pages under {@code development/} of the class path. Every value is escaped by the template engine; the one style
 * sheet is written into each page, so that a page is one answer.
 */
public final class Templates {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final String style = resource("development/style.css");

    public Templates() {
        var resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        resolver.setPrefix("development/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(resolver);
    }

    /**
     * A page as a response with status 200.
     *
     * @param template file name without its ending
     * @param values what the template names
     */
    public Response page(String template, Map<String, ?> values) {
        return page(200, template, values);
    }

    /** @param status HTTP status code */
    public Response page(int status, String template, Map<String, ?> values) {
        var context = new Context(Locale.ENGLISH, Map.copyOf(values));
        context.setVariable("style", style);
        return Response.page(status, engine.process(template, context));
    }

    private static String resource(String path) {
        try (var stream = Templates.class.getClassLoader().getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
