package io.crmkit.core.exchange;

import io.crmkit.core.exchange.Finding.Code;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of a list whose entries are known by name: sellers, products. */
final class NamedRows<N extends Noun<I>, I extends Identifier> implements Batch<N> {

    private final Names<N, I> names;
    private final Findings findings;
    private final String file;
    private final Function<Row, @Nullable N> reading;
    private final Lines lines = new Lines();

    NamedRows(Names<N, I> names, Findings findings, String file, Function<Row, @Nullable N> reading) {
        this.names = names;
        this.findings = findings;
        this.file = file;
        this.reading = reading;
    }

    @Override
    public @Nullable N read(Row row) {
        N noun = reading.apply(row);
        lines.refuseRepeated(row, "name", noun == null ? null : noun.naturalKey());
        return noun;
    }

    @Override
    public List<RowProblem> store(List<N> drafts) {
        Set<String> fresh = names.missing(
                drafts.stream().map(noun -> String.valueOf(noun.naturalKey())).collect(Collectors.toSet()));
        List<N> unstored = new ArrayList<>();
        for (N noun : drafts) {
            String name = String.valueOf(noun.naturalKey());
            if (fresh.contains(name)) {
                unstored.add(noun);
            } else {
                names.list(name);
                findings.count(Code.ALREADY_STORED, file, "");
            }
        }
        names.store(unstored);
        return List.of();
    }
}
