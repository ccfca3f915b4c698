package io.crmkit.core.memory;

import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.port.Journal;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** A journal that passes every call on to a sound one, and every change it answers with through one place. */
class PassingJournal implements Journal {

    protected final Journal sound;

    PassingJournal(Journal sound) {
        this.sound = sound;
    }

    /** What becomes of changes on their way to whoever reads them. */
    protected List<Change> shown(List<Change> changes) {
        return changes;
    }

    @Override
    public List<Change> append(TenantId tenant, List<Change> changes) {
        return shown(sound.append(tenant, changes));
    }

    @Override
    public long redact(TenantId tenant, Collection<? extends Identifier> subjects, Collection<String> fields) {
        return sound.redact(tenant, subjects, fields);
    }

    @Override
    public long last(TenantId tenant) {
        return sound.last(tenant);
    }

    @Override
    public List<Change> after(TenantId tenant, Cursor cursor) {
        return shown(sound.after(tenant, cursor));
    }

    @Override
    public List<Change> after(TenantId tenant, Identifier subject, Cursor cursor) {
        return shown(sound.after(tenant, subject, cursor));
    }

    @Override
    public List<Change> before(TenantId tenant, Identifier subject, Cursor cursor) {
        return shown(sound.before(tenant, subject, cursor));
    }

    @Override
    public List<Change> recorded(TenantId tenant, Instant from, Instant until, Cursor cursor) {
        return shown(sound.recorded(tenant, from, until, cursor));
    }
}
