package io.guanxi.web.documents;

import io.guanxi.documents.DocumentContent;
import io.guanxi.documents.DocumentService;
import io.guanxi.documents.Documents;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.web.shell.Here;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** The content of a document, to be saved: no browser opens it as a page of the product. */
@WebServlet(name = "CONTENT")
public class ContentDownload extends HttpServlet {

    @Inject
    private transient Here here;

    @Inject
    private transient DocumentService documents;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!here.getPath().equals(Documents.PATH)) {
            throw new RecordNotFound();
        }
        DocumentContent content = documents.open(here.getId());
        try (InputStream in = content.stream()) {
            response.setContentType(content.mediaType());
            response.setContentLengthLong(content.size());
            response.setHeader("Content-Disposition", content.disposition());
            response.setHeader("Content-Security-Policy", DocumentContent.POLICY);
            in.transferTo(response.getOutputStream());
        }
    }
}
