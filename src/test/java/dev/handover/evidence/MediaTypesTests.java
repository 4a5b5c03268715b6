package dev.handover.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MediaTypesTests {

    private static final byte[] PNG = hex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");
    private static final byte[] ELF = hex("7f454c4602010100000000000000000003003e0001000000");
    private static final byte[] EXE = executable();

    private final MediaTypes mediaTypes = new MediaTypes();

    @ParameterizedTest(name = "{1} is {2}")
    @MethodSource
    void typeIsWhatTheBytesSay(byte[] bytes, String name, String type) {
        assertThat(mediaTypes.ofFile(bytes, name)).isEqualTo(type);
    }

    static Stream<Arguments> typeIsWhatTheBytesSay() throws IOException {
        return Stream.of(
                Arguments.of(PNG, "shot.png", "image/png"),
                Arguments.of(PNG, "unnamed", "image/png"),
                Arguments.of(PNG, "shot.txt", "image/png"),
                Arguments.of(PNG, "page.html", "image/png"),
                Arguments.of(hex("ffd8ffe000104a46494600010100"), "photo", "image/jpeg"),
                Arguments.of(text("GIF89a\u0001\u0000\u0001\u0000"), "x", "image/gif"),
                Arguments.of(text("RIFF\u0024\u0000\u0000\u0000WEBPVP8 "), "x", "image/webp"),
                Arguments.of(text("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj"), "report", "application/pdf"),
                Arguments.of(text("all green"), "result.log", "text/x-log"),
                Arguments.of(text("all green"), "unnamed", "text/plain"),
                Arguments.of("gr\u00fcn".getBytes(UTF_8), "result.txt", "text/plain"),
                Arguments.of(text("{\"ok\":true}"), "result.json", "application/json"),
                Arguments.of(text("a,b\n1,2\n"), "users.csv", "text/csv"),
                Arguments.of(zip("a.txt"), "logs.zip", "application/zip"),
                Arguments.of(zip("setup.exe"), "logs.zip", "application/zip"));
    }

    @ParameterizedTest(name = "{1} is {2}")
    @MethodSource
    void whatABrowserCouldRunIsNeverTakenForSomethingHarmless(byte[] bytes, String name, String type) {
        assertThat(mediaTypes.ofFile(bytes, name)).isEqualTo(type);
    }

    static Stream<Arguments> whatABrowserCouldRunIsNeverTakenForSomethingHarmless() {
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
        var html = "<!DOCTYPE html><html><script>alert(1)</script></html>";
        return Stream.of(
                Arguments.of(text(html), "report.html", "text/html"),
                Arguments.of(text(html), "report.png", "text/html"),
                Arguments.of(text(html), "report.txt", "text/html"),
                Arguments.of(text(html), "unnamed", "text/html"),
                Arguments.of(text("  \n<html><body onload=alert(1)>"), "a.pdf", "text/html"),
                Arguments.of(text("harmless words"), "a.html", "text/html"),
                Arguments.of(text(svg), "logo.svg", "image/svg+xml"),
                Arguments.of(text(svg), "logo.png", "image/svg+xml"),
                Arguments.of(text("<?xml version=\"1.0\"?>" + svg), "x", "image/svg+xml"));
    }

    @Test
    void polyglotIsTheKindThatIsServedWithoutSniffing() {
        assertThat(mediaTypes.ofFile(text("GIF89a/*<script>alert(1)</script>*/=1;"), "x.gif"))
                .isEqualTo("image/gif");
        assertThat(mediaTypes.ofFile(text("%PDF-1.4\n<script>alert(1)</script>"), "x.html"))
                .isEqualTo("application/pdf");
    }

    @Test
    void entityBombIsOnlyXmlToUs() {
        var bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 60; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        bomb.append("<!ENTITY x SYSTEM \"file:///etc/hostname\">]><svg>&a59;&x;</svg>");

        assertThat(mediaTypes.ofFile(text(bomb.toString()), "x.svg")).isIn("image/svg+xml", "application/xml");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void programsAndScriptsAreRefused(byte[] bytes, String name) {
        assertThatThrownBy(() -> mediaTypes.ofFile(bytes, name))
                .isInstanceOfSatisfying(
                        HandoverException.class, e -> assertThat(e.code()).isEqualTo(Code.UNSUPPORTED_MEDIA))
                .hasMessageContaining("\"" + name + "\" is a program or script")
                .hasMessageContaining("Attach what it printed");
    }

    static Stream<Arguments> programsAndScriptsAreRefused() throws IOException {
        return Stream.of(
                Arguments.of(EXE, "setup.exe"),
                Arguments.of(EXE, "screenshot.png"),
                Arguments.of(EXE, "unnamed"),
                Arguments.of(ELF, "tool"),
                Arguments.of(ELF, "tool.pdf"),
                Arguments.of(hex("cffaedfe07000001030000000200000010000000"), "mac"),
                Arguments.of(hex("cafebabe0000003d"), "Some.txt"),
                Arguments.of(text("#!/bin/sh\nrm -rf /"), "notes.txt"),
                Arguments.of(text("#!/usr/bin/env python3\n"), "unnamed"),
                Arguments.of(text("WScript.Echo 1"), "a.vbs"),
                Arguments.of(text("Write-Host 1"), "a.PS1"),
                Arguments.of(text("@echo off"), "a.bat"),
                Arguments.of(text("alert(1)"), "a.js"),
                Arguments.of(text("<script>"), "a.hta"),
                Arguments.of("x".getBytes(UTF_16LE), "a.reg"),
                Arguments.of(zip("META-INF/MANIFEST.MF"), "a.jar"));
    }

    @Test
    void whatWasSeenIsNeverRefused() {
        assertThat(mediaTypes.of(text("#!/bin/sh"), "install")).isNotBlank();
        assertThat(mediaTypes.of(EXE, "install")).isEqualTo("application/x-msdownload");
    }

    private static byte[] zip(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        }
        return bytes.toByteArray();
    }

    /** The head of a Windows program: DOS header, its stub, PE signature. */
    private static byte[] executable() {
        var bytes = new byte[256];
        bytes[0] = 'M';
        bytes[1] = 'Z';
        bytes[0x3c] = (byte) 0x80;
        System.arraycopy(hex("504500004c010300"), 0, bytes, 0x80, 8);
        return bytes;
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] text(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
