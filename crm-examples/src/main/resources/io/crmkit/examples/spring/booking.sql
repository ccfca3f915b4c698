-- The host's own table, in the same schema as those of crmkit.
create table booking (
    id uuid not null,
    room integer not null,
    night date not null,
    guest_id uuid not null,
    constraint booking_pk primary key (id),
    constraint booking_room_taken_once unique (room, night),
    constraint booking_guest foreign key (guest_id) references crm_person (id)
);
