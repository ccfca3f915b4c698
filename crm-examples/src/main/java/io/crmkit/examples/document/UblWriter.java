package io.crmkit.examples.document;

import com.helger.diagnostics.error.list.ErrorList;
import com.helger.jaxb.GenericJAXBMarshaller;
import java.util.stream.Collectors;

/** A document of UBL as bytes, or what its schema has against it. */
record UblWriter<T>(GenericJAXBMarshaller<T> marshaller, T document) {

    byte[] bytes() {
        ErrorList errors = new ErrorList();
        byte[] written =
                marshaller.setCollectErrors(errors).setFormattedOutput(true).getAsBytes(document);
        if (written == null || errors.containsAtLeastOneError()) {
            throw new IllegalStateException("the document is not valid by its schema: "
                    + errors.stream().map(Object::toString).collect(Collectors.joining("; ")));
        }
        return written;
    }
}
