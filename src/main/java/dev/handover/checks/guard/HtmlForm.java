package dev.handover.checks.guard;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;

/**
 * A form of a page, as the server sent it. What it carries along unseen, such as a token against forged requests, stays in
 * this package: it may be the same value as a cookie's, and it is sent back to where it came from and nowhere else.
 */
public final class HtmlForm {

    /** Names of fields whose value is good for one session only, and nobody's business. */
    private static final Pattern TOKEN = Pattern.compile("(?i).*(csrf|xsrf|token|nonce|verif|authenticity|session).*");

    private static final int LONGEST_TOKEN = 4_096;

    private final URI action;
    private final boolean isPost;
    private final List<Field> carried;
    private final List<String> names;

    private HtmlForm(URI action, FormElement form) {
        this.action = action;
        this.isPost = form.attr("method").equalsIgnoreCase("post");
        this.carried = form.formData().stream()
                .map(each -> Field.plain(each.key(), each.value()))
                .toList();
        this.names = form.elements().eachAttr("name");
    }

    /**
     * The first form of a page that has these fields.
     *
     * @return empty if there is none, or it leads to no address
     */
    static Optional<HtmlForm> find(byte[] page, URI at, String... fields) {
        return Jsoup.parse(new String(page, StandardCharsets.UTF_8), at.toString()).forms().stream()
                .filter(form -> form.elements().eachAttr("name").containsAll(Arrays.asList(fields)))
                .findFirst()
                .flatMap(form -> actionOf(form, at).map(action -> new HtmlForm(action, form)));
    }

    private static Optional<URI> actionOf(FormElement form, URI at) {
        try {
            return Optional.of(form.attr("action").isBlank() ? at : new URI(form.absUrl("action")))
                    .filter(URI::isAbsolute);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Where it is sent. */
    public URI action() {
        return action;
    }

    /** False if it would be sent as part of the address, which servers and proxies write down. */
    public boolean isPost() {
        return isPost;
    }

    public boolean hasField(String name) {
        return names.contains(name);
    }

    /** Values on a page that are as secret as a cookie, in whatever form they stand. */
    static List<String> tokensOn(byte[] page) {
        return Jsoup.parse(new String(page, StandardCharsets.UTF_8)).select("input[type=hidden]").stream()
                .filter(each -> TOKEN.matcher(each.attr("name")).matches())
                .map(each -> each.attr("value"))
                .filter(value -> value.length() <= LONGEST_TOKEN)
                .distinct()
                .toList();
    }

    /** The form as a browser sends it: what a person filled in, and what it carries besides. */
    Call completed(Call filled) {
        List<Field> own = ((Body.Form) filled.body()).fields();
        List<String> typed = own.stream().map(Field::name).toList();
        List<Field> all = new ArrayList<>(
                carried.stream().filter(each -> !typed.contains(each.name())).toList());
        all.addAll(own);
        return filled.body(new Body.Form(all));
    }

    /** Where it is sent, and nothing that it carries. */
    @Override
    public String toString() {
        return "form sent to " + action;
    }
}
