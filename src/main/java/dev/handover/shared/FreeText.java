package dev.handover.shared;

/** Checks what people and programs write before it is stored: PostgreSQL takes neither NUL nor half a surrogate pair. */
public final class FreeText {

    /** Most characters of a text that nothing says otherwise about; the engine's variables hold no more. */
    public static final int LONGEST = 4_000;

    private FreeText() {}

    /**
     * @param field how the text is called where it was entered
     * @param max characters
     * @return the text without blanks around it; null if there is none
     * @throws Refusal (invalid input) if the text is too long or cannot be stored
     */
    public static String optional(String field, String text, int max) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > max) {
            throw Refusal.invalidInput("%s has %d characters; at most %d are kept. Shorten it, or attach it as a file."
                    .formatted(field, text.length(), max));
        }
        if (text.codePoints().anyMatch(each -> each == 0 || Character.getType(each) == Character.SURROGATE)) {
            throw Refusal.invalidInput("%s contains characters that are no text. Remove them.".formatted(field));
        }
        return text.strip();
    }

    /**
     * Why somebody does something.
     *
     * @param whenMissing what to say to somebody who gives no reason
     * @throws Refusal (invalid input) if there is no reason, or one that cannot be stored
     */
    public static String reason(String text, String whenMissing) {
        var reason = optional("The reason", text, LONGEST);
        if (reason == null) {
            throw Refusal.invalidInput(whenMissing);
        }
        return reason;
    }
}
