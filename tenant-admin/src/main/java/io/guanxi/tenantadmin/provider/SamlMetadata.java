package io.guanxi.tenantadmin.provider;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Metadata of an identity provider (SAML V2.0 Metadata, section 2.4). Without a certificate that signs there is no knowing
 * who speaks, so such metadata is refused. A document type is refused as well: nothing in it is needed, and entities read
 * files.
 */
final class SamlMetadata {

    private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
    private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
    private static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

    private SamlMetadata() {}

    /**
     * @param pointer where the metadata or its address stands in the input
     * @throws InvalidRecord when it is none, or names addresses that must not be visited
     */
    static ProviderDetails read(String pointer, byte[] document, OutsideAddresses outside) {
        Element root = parse(pointer, document);
        Element provider = first(root, METADATA, "IDPSSODescriptor")
                .orElseThrow(() -> new InvalidRecord(FieldError.of(pointer, "saml.document")));
        if (!root.getLocalName().equals("EntityDescriptor")
                || root.getAttribute("entityID").isBlank()) {
            throw new InvalidRecord(FieldError.of(pointer, "saml.document"));
        }
        List<String> certificates = certificates(pointer, provider);
        if (certificates.isEmpty()) {
            throw new InvalidRecord(FieldError.of(pointer, "saml.certificate"));
        }
        Optional<String> redirect = place(provider, REDIRECT);
        String signIn = redirect.or(() -> place(provider, POST))
                .orElseThrow(() -> new InvalidRecord(FieldError.of(pointer, "saml.place")));
        outside.check(pointer, signIn);
        return new ProviderDetails(
                root.getAttribute("entityID"),
                signIn,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                redirect.isEmpty(),
                certificates);
    }

    /** When the last of the certificates ends. */
    static Instant end(List<String> certificates) {
        return certificates.stream()
                .map(one -> certificate("", one).getNotAfter().toInstant())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Element parse(String pointer, byte[] document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(document)).getDocumentElement();
        } catch (SAXException | IOException none) {
            throw new InvalidRecord(FieldError.of(pointer, "saml.document"));
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<Element> first(Element in, String namespace, String name) {
        NodeList found = in.getElementsByTagNameNS(namespace, name);
        return found.getLength() == 0 ? Optional.empty() : Optional.of((Element) found.item(0));
    }

    private static Optional<String> place(Element provider, String binding) {
        NodeList places = provider.getElementsByTagNameNS(METADATA, "SingleSignOnService");
        for (int i = 0; i < places.getLength(); i++) {
            Element place = (Element) places.item(i);
            if (binding.equals(place.getAttribute("Binding"))) {
                return Optional.of(place.getAttribute("Location"));
            }
        }
        return Optional.empty();
    }

    private static List<String> certificates(String pointer, Element provider) {
        List<String> certificates = new ArrayList<>();
        NodeList keys = provider.getElementsByTagNameNS(METADATA, "KeyDescriptor");
        for (int i = 0; i < keys.getLength(); i++) {
            Element key = (Element) keys.item(i);
            if (!"encryption".equals(key.getAttribute("use"))) {
                NodeList texts = key.getElementsByTagNameNS(SIGNATURE, "X509Certificate");
                for (int j = 0; j < texts.getLength(); j++) {
                    String text = texts.item(j).getTextContent().replaceAll("\\s", "");
                    certificate(pointer, text);
                    certificates.add(text);
                }
            }
        }
        return certificates;
    }

    private static X509Certificate certificate(String pointer, String text) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getDecoder().decode(text)));
        } catch (CertificateException | IllegalArgumentException none) {
            throw new InvalidRecord(FieldError.of(pointer, "saml.certificate"));
        }
    }
}
