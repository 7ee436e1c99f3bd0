package io.guanxi.kernel.tabular;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The encoding of a text by its bytes: byte order mark, then UTF-16 by the place of its zero bytes, then strict UTF-8,
 * then GB18030 against Windows-1252 by which of them makes a plausible text.
 */
final class EncodingDetector {

    static final Charset GB18030 = Charset.forName("GB18030");
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private EncodingDetector() {}

    static Charset detect(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (hasZeros(bytes, 1)) {
            return StandardCharsets.UTF_16LE;
        }
        if (hasZeros(bytes, 0)) {
            return StandardCharsets.UTF_16BE;
        }
        if (decodes(bytes, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        return looksChinese(bytes) && decodes(bytes, GB18030) ? GB18030 : WINDOWS_1252;
    }

    /**
     * Zero bytes in a text of UTF-16 are the high halves of ASCII: many, and nearly all at the same parity. A few stray
     * ones in a short text of UTF-8 are not.
     */
    private static boolean hasZeros(byte[] bytes, int parity) {
        int here = 0;
        int elsewhere = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == parity) {
                    here++;
                } else {
                    elsewhere++;
                }
            }
        }
        Charset charset = parity == 1 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        boolean many = here * 10 > bytes.length || here * 40 > bytes.length && !decodes(bytes, StandardCharsets.UTF_8);
        return many && elsewhere * 20 <= here && decodes(bytes, charset);
    }

    /** Whether the bytes are valid; a character cut off at the end is no objection. */
    private static boolean decodes(byte[] bytes, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        CoderResult result = decoder.decode(in, out, false);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, false);
        }
        return !result.isError();
    }

    /**
     * Texts in GB18030 are made of the common characters and signs of GB 2312 (lead bytes A1–A9 and B0–D7, trail bytes
     * from A1). Accented letters of Windows-1252 stand between ASCII letters, and mostly alone, which gives rare characters
     * instead.
     */
    private static boolean looksChinese(byte[] bytes) {
        int common = 0;
        int rare = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            int trail = bytes[++i] & 0xFF;
            boolean isCommon = trail >= 0xA1
                    && (lead >= 0xA1 && lead <= 0xA9 || lead >= 0xB0 && lead <= 0xD7)
                    && !(isLetter(bytes, i - 2) && isLetter(bytes, i + 1));
            common += isCommon ? 1 : 0;
            rare += isCommon ? 0 : 1;
        }
        return common > rare;
    }

    private static boolean isLetter(byte[] bytes, int at) {
        return at >= 0
                && at < bytes.length
                && (bytes[at] >= 'A' && bytes[at] <= 'Z' || bytes[at] >= 'a' && bytes[at] <= 'z');
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
