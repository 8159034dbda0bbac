//! Short ways to write the fields of a section. Each expands to a [`super::form::FormField`] or a
//! [`super::form::RowForm`] whose functions read and write one place of a client's records.

/// A text of `approach.json`.
macro_rules! words {
    ($($key:tt)+) => { |i18n: $crate::i18n::Language| $crate::i18n::t_string!(i18n, approach.$($key)+) };
}

/// A field that stands once in its section: `field!(label, kind, owner.name)`.
macro_rules! field {
    ($label:expr, $kind:expr, $($path:tt).+) => {
        $crate::ui::approach::form::FormField::new(
            $label,
            $kind,
            |records, _| Some($crate::state::approach::Kept::entry(&records.$($path).+)),
            |records, _, entry| {
                $crate::state::approach::Kept::keep(&mut records.$($path).+, entry);
                Some(())
            },
        )
    };
}

/// A field of each row of a list: `row!(label, kind, meetings.0, notes)`.
macro_rules! row {
    ($label:expr, $kind:expr, $($list:tt).+, $field:ident) => {
        $crate::ui::approach::form::FormField::new(
            $label,
            $kind,
            |records, at| Some($crate::state::approach::Kept::entry(&records.$($list).+.get(at.row)?.$field)),
            |records, at, entry| {
                $crate::state::approach::Kept::keep(&mut records.$($list).+.get_mut(at.row)?.$field, entry);
                Some(())
            },
        )
    };
}

/// A choice of each row of a list: `row_choice!(label, names, ALL, meetings.0, result)`.
macro_rules! row_choice {
    ($label:expr, $names:expr, $all:expr, $($list:tt).+, $field:ident) => {
        $crate::ui::approach::form::FormField::new(
            $label,
            $crate::state::approach::EntryKind::Choice,
            |records, at| {
                let value = &records.$($list).+.get(at.row)?.$field;
                Some($crate::state::approach::Entry::of_choice(&$all, value))
            },
            |records, at, entry| {
                records.$($list).+.get_mut(at.row)?.$field = entry.chosen(&$all)?;
                Some(())
            },
        )
        .of($names)
    };
}

/// A list of rows: `rows!(name, add, fields, meetings.0, |today| Meeting { .. })`, with the list within each row behind.
macro_rules! rows {
    ($name:expr, $add:expr, $fields:expr, $($list:tt).+, $new:expr, $inner:expr) => {
        $crate::ui::approach::form::RowForm {
            name: $name,
            add: $add,
            count: |records, _| records.$($list).+.len(),
            push: |records, _, today| {
                records.$($list).+.push(($new)(today));
                Some(())
            },
            remove: |records, at| {
                let list = &mut records.$($list).+;
                (at.row < list.len()).then(|| {
                    list.remove(at.row);
                })
            },
            fields: $fields,
            inner: $inner,
        }
    };
    ($name:expr, $add:expr, $fields:expr, $($list:tt).+, $new:expr) => {
        rows!($name, $add, $fields, $($list).+, $new, None)
    };
}
