package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a document was made from, beside the reference to it, to be found by. */
@Entity
@Table(name = "crm_document_origin")
class OriginRow extends PartRow {

    @Column(name = "link", nullable = false, length = 70)
    String link;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected OriginRow() {}

    private static OriginRow of(String link) {
        OriginRow row = new OriginRow();
        row.link = link;
        return row;
    }

    /** Lets a row hold these origins; where it holds them already, nothing is touched. */
    static void fill(List<OriginRow> rows, List<String> links) {
        replace(rows, links.stream().map(OriginRow::of).toList());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OriginRow that && link.equals(that.link);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(link);
    }
}
