package dev.handover.evidence;

import dev.handover.shared.Refusal;
import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/**
 * Tells what contents are, from their first bytes. The file name can only narrow down what the bytes allow (a text to a CSV
 * file, an archive to a document), never turn one thing into another.
 *
 * <p>Programs and scripts are refused. Everything else is kept as it is and never unpacked or run; what a browser could run
 * (HTML, SVG) is only ever handed out as a download, see {@link dev.handover.evidence.web}.
 */
@Component
class MediaTypes {

    /** How many first bytes are looked at. */
    static final int HEAD = 64 * 1024;

    private static final Set<String> PROGRAMS = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-ms-installer",
            "application/x-elf",
            "application/x-executable",
            "application/x-sharedlib",
            "application/x-object",
            "application/java-vm",
            "application/java-archive",
            "application/x-tika-java-web-archive",
            "application/x-tika-java-enterprise-archive",
            "application/vnd.android.package-archive",
            "application/x-debian-package",
            "application/x-rpm",
            "application/x-apple-diskimage",
            "application/vnd.ms-htmlhelp",
            "application/x-shockwave-flash",
            "application/x-bat",
            "application/x-sh",
            "text/javascript",
            "text/x-vbscript",
            "text/x-python",
            "text/x-perl",
            "text/x-ruby");

    private static final String PROGRAM_FAMILY = "application/x-mach-o";

    /** What a desktop runs on a double click although the bytes are plain text or an unknown binary. */
    private static final Set<String> RUN_BY_NAME = Set.of(
            "app",
            "appref-ms",
            "bash",
            "bat",
            "chm",
            "class",
            "cmd",
            "com",
            "cpl",
            "desktop",
            "dll",
            "exe",
            "gadget",
            "hta",
            "inf",
            "ins",
            "isp",
            "jar",
            "js",
            "jse",
            "jsp",
            "lnk",
            "mjs",
            "msc",
            "msi",
            "msp",
            "mst",
            "php",
            "pif",
            "pl",
            "ps1",
            "ps1xml",
            "psm1",
            "py",
            "rb",
            "reg",
            "scf",
            "scr",
            "sct",
            "settingcontent-ms",
            "sh",
            "url",
            "vb",
            "vbe",
            "vbs",
            "webloc",
            "ws",
            "wsc",
            "wsf",
            "wsh",
            "zsh");

    private final Tika tika = new Tika();

    /**
     * The media type of a file.
     *
     * @param head its first bytes, up to {@link #HEAD}
     * @param fileName its clean name
     * @throws Refusal (unsupported media) for a program or script
     */
    String ofFile(byte[] head, String fileName) {
        var type = of(head, fileName);
        if (isProgram(type) || startsAsScript(head) || RUN_BY_NAME.contains(CleanText.extension(fileName))) {
            throw Refusal.unsupportedMedia(
                    "\"%s\" is a program or script (%s), and none is kept as evidence. Attach what it printed, or a zip archive."
                            .formatted(fileName, type));
        }
        return type;
    }

    /** The media type of what was captured or observed; nothing is refused, since it is kept exactly as it was seen. */
    String of(byte[] head, String fileName) {
        var type = tika.detect(head, fileName);
        int parameters = type.indexOf(';');
        return parameters < 0 ? type : type.substring(0, parameters);
    }

    private static boolean isProgram(String type) {
        return PROGRAMS.contains(type) || type.startsWith(PROGRAM_FAMILY);
    }

    private static boolean startsAsScript(byte[] head) {
        return head.length > 1 && head[0] == '#' && head[1] == '!';
    }
}
