package io.guanxi.kernel.tabular;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks as no honest program would write them. */
final class XlsxBuilder {

    private static final String RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    private static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    /** Writes the content of a part. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A workbook of one sheet with these parts. */
    static byte[] workbook(String sheetData, String sharedStrings) {
        return workbook(
                out -> out.write(sheet(sheetData).getBytes(StandardCharsets.UTF_8)),
                out -> out.write(sharedStrings.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] workbook(Content sheet, Content sharedStrings) {
        return new XlsxBuilder()
                .part(
                        "_rels/.rels",
                        RELATIONS + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>")
                .part(
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"urn:r\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        RELATIONS + relation("r1", "worksheet", "worksheets/sheet1.xml")
                                + relation("r2", "sharedStrings", "sharedStrings.xml") + "</Relationships>")
                .part("xl/worksheets/sheet1.xml", sheet)
                .part("xl/sharedStrings.xml", sharedStrings)
                .bytes();
    }

    static String sheet(String data) {
        return "<?xml version=\"1.0\"?><worksheet><sheetData>" + data + "</sheetData></worksheet>";
    }

    /** A row of texts in cells without addresses. */
    static String row(String... values) {
        StringBuilder row = new StringBuilder("<row>");
        for (String value : values) {
            row.append("<c t=\"str\"><v>").append(value).append("</v></c>");
        }
        return row.append("</row>").toString();
    }

    XlsxBuilder part(String name, String content) {
        return part(name, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    XlsxBuilder part(String name, Content content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            content.writeTo(zip);
            zip.closeEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + TYPE + type + "\" Target=\"" + target + "\"/>";
    }
}
