package io.guanxi.kernel.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;

/**
 * What a file is, by what it begins with. Its name says no more than which of the formats it is that look alike from
 * outside, such as those of office programs, which are all archives.
 */
public final class MediaTypes {

    /** As much of a file as is looked at, in bytes. */
    public static final int BEGINNING = 64 * 1024;

    /** What a browser may be told it is, since it can do nothing but show it. */
    private static final Set<String> HARMLESS =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "text/plain", "text/csv");

    private static final Set<String> LOOK_ALIKE = Set.of(
            "application/zip",
            "application/x-tika-ooxml",
            "application/x-tika-msoffice",
            "application/octet-stream",
            "text/plain");

    private static final Set<String> OFFICE = Set.of(
            "application/vnd.openxmlformats-officedocument",
            "application/vnd.oasis.opendocument",
            "application/vnd.ms-",
            "application/msword");

    /** What runs when it is opened. */
    private static final Set<String> REFUSED = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/vnd.microsoft.portable-executable",
            "application/x-msdos-program",
            "application/x-elf",
            "application/x-executable",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-mach-o",
            "application/x-mach-o-executable",
            "application/x-sh",
            "application/x-csh",
            "application/x-bat",
            "application/x-ms-installer",
            "application/x-ms-shortcut",
            "application/hta",
            "application/java-archive",
            "application/java-vm",
            "application/javascript",
            "application/x-python-code",
            "application/vnd.android.package-archive",
            "text/javascript",
            "text/vbscript",
            "text/x-vbscript");

    private static final Set<String> REFUSED_ENDINGS = Set.of(
            "exe", "dll", "com", "bat", "cmd", "ps1", "vbs", "js", "jse", "wsf", "hta", "scr", "msi", "jar", "lnk");

    private MediaTypes() {}

    /**
     * Type of a file such as {@code application/pdf}.
     *
     * @param beginning its first bytes, {@link #BEGINNING} at most are looked at
     */
    public static String of(byte[] beginning, String name) {
        String byContent = detected(beginning, new Metadata());
        if (!LOOK_ALIKE.contains(byContent)) {
            return byContent;
        }
        Metadata named = new Metadata();
        named.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        String withName = detected(beginning, named);
        boolean isBelieved = byContent.equals("text/plain")
                ? withName.equals("text/csv")
                : byContent.equals("application/octet-stream")
                        ? REFUSED.contains(withName)
                        : OFFICE.stream().anyMatch(withName::startsWith) || REFUSED.contains(withName);
        return isBelieved ? withName : byContent;
    }

    private static String detected(byte[] beginning, Metadata metadata) {
        try (TikaInputStream in = TikaInputStream.get(beginning)) {
            MediaType type = MimeTypes.getDefaultMimeTypes().detect(in, metadata, new ParseContext());
            return type.getBaseType().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether files of the type, or with the name, are not taken: programs and scripts. */
    public static boolean isRefused(String type, String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        return REFUSED.contains(type) || REFUSED_ENDINGS.contains(ending);
    }

    /** The type to send a file with: of what a browser could run it is told nothing. */
    public static String safe(String type) {
        return HARMLESS.contains(type) || OFFICE.stream().anyMatch(type::startsWith)
                ? type
                : "application/octet-stream";
    }
}
