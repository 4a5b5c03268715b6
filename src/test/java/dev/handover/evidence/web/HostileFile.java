package dev.handover.evidence.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files made to do harm, and what becomes of each. */
enum HostileFile {
    KEPT_ZIP_BOMB("bomb.zip", "application/zip", bomb(3)),
    KEPT_GIF_THAT_IS_HTML("polyglot.gif", "image/gif", text("GIF89a/*<html><script>alert(1)</script>*/=1;")),
    KEPT_GIF_CALLED_HTML("polyglot.html", "image/gif", text("GIF89a<html><script>alert(2)</script></html>")),
    KEPT_PDF_WITH_SCRIPT(
            "acts.pdf",
            "application/pdf",
            text("%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF")),
    KEPT_PDF_THAT_IS_HTML("page.pdf", "application/pdf", text("%PDF-1.4\n<script>alert(3)</script>\n%%EOF")),
    KEPT_PNG_THAT_IS_ZIP("polyglot.png", "image/png", join(png(), bomb(1))),
    KEPT_JPEG_WITH_PHP("photo.jpg", "image/jpeg", join(jpeg(), text("<?php system($_GET['c']); ?>"))),
    KEPT_SVG("drawing.svg", "image/svg+xml", text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")),
    KEPT_SVG_CALLED_PNG(
            "drawing.png",
            "image/svg+xml",
            text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(4)</script></svg>")),
    KEPT_HTML("page.html", "text/html", text("<!DOCTYPE html><html><script>alert(1)</script></html>")),
    KEPT_XHTML(
            "page.xhtml",
            "application/xhtml+xml",
            text(
                    "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></html>")),
    KEPT_MHTML(
            "page.mht",
            "multipart/related",
            text("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n"
                    + "Content-Type: text/html\r\n\r\n<script>alert(1)</script>\r\n--b--")),
    KEPT_XML_WITH_ENTITIES(
            "laughs.xml",
            "application/xml",
            text("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><l>&b;</l>")),
    REFUSED_JPEG_CALLED_PHP("photo.php", 415, join(jpeg(), text("<?php system($_GET['x']); ?>"))),
    REFUSED_MALWARE(
            "readme.txt", 422, text("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")),
    REFUSED_PROGRAM("picture.png", 415, join(text("MZ"), new byte[200])),
    REFUSED_SCRIPT("notes.txt", 415, text("#!/bin/sh\nreboot\n")),
    REFUSED_APPLICATION("page.hta", 415, text("<script>new ActiveXObject('WScript.Shell')</script>")),
    REFUSED_EMPTY("nothing.pdf", 422, new byte[0]),
    REFUSED_TOO_LONG("long.bin", 413, new byte[25 * 1024 * 1024 + 1]);

    private final String fileName;
    private final String mediaType;
    private final int status;
    private final byte[] bytes;

    HostileFile(String fileName, String mediaType, byte[] bytes) {
        this(fileName, mediaType, 201, bytes);
    }

    HostileFile(String fileName, int status, byte[] bytes) {
        this(fileName, null, status, bytes);
    }

    HostileFile(String fileName, String mediaType, int status, byte[] bytes) {
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.status = status;
        this.bytes = bytes;
    }

    String fileName() {
        return fileName;
    }

    /** As it has to be told from the bytes; null if it is refused. */
    String mediaType() {
        return mediaType;
    }

    /** HTTP status of the answer. */
    int status() {
        return status;
    }

    byte[] bytes() {
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Archives in archives: a few kilobytes that would be 16 GB after three levels. */
    private static byte[] bomb(int levels) {
        var inner = levels == 0 ? new byte[4 * 1024 * 1024] : bomb(levels - 1);
        if (levels == 0) {
            return inner;
        }
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive)) {
            for (int copy = 0; copy < 16; copy++) {
                zip.putNextEntry(new ZipEntry("%d-%d.zip".formatted(levels, copy)));
                zip.write(inner);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive.toByteArray();
    }

    private static byte[] png() {
        return HexFormat.of()
                .parseHex("89504e470d0a1a0a0000000d4948445200000001000000010806000000"
                        + "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082");
    }

    private static byte[] jpeg() {
        return HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000fffe0020");
    }

    private static byte[] join(byte[] one, byte[] other) {
        var joined = new ByteArrayOutputStream();
        joined.writeBytes(one);
        joined.writeBytes(other);
        return joined.toByteArray();
    }
}
