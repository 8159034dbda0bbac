//! The large store (IndexedDB): updates by name, and those that could not be read, kept apart.

use idb::{Error, KeyRange, ObjectStore, Query, TransactionMode};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

use crate::journal::EntryName;
use crate::workbook::Origin;

const NAME: &str = "kontor";
const UPDATES: &str = "updates";
const ASIDE: &str = "aside";

/// The open large store.
pub struct Database {
    inner: idb::Database,
}

/// One stored update as it was found: the name it has there, and its bytes (nothing where the value is no bytes).
pub struct Found {
    pub key: String,
    pub bytes: Option<Vec<u8>>,
}

impl Database {
    pub async fn open() -> Result<Self, Error> {
        let builder = idb::Database::builder(NAME).version(1);
        let stores = [UPDATES, ASIDE].map(idb::builder::ObjectStoreBuilder::new);
        let inner = stores.into_iter().fold(builder, idb::builder::DatabaseBuilder::add_object_store).build().await?;
        Ok(Self { inner })
    }

    /// Writes an update. Done means that the browser has completed the transaction.
    pub async fn put(&self, name: EntryName, bytes: &[u8]) -> Result<(), Error> {
        let (transaction, store) = self.write(UPDATES)?;
        store.put(&Uint8Array::from(bytes), Some(&name.to_string().into()))?.await?;
        transaction.commit()?.await.map(|_| ())
    }

    /// One update's bytes.
    pub async fn get(&self, name: EntryName) -> Result<Option<Vec<u8>>, Error> {
        let transaction = self.inner.transaction(&[UPDATES], TransactionMode::ReadOnly)?;
        let value = transaction.object_store(UPDATES)?.get(JsValue::from(name.to_string()))?.await?;
        Ok(value.and_then(|value| bytes_of(&value)))
    }

    /// All updates of a workbook.
    pub async fn all(&self, workbook: Origin) -> Result<Vec<Found>, Error> {
        let transaction = self.inner.transaction(&[UPDATES], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(UPDATES)?;
        // Both are asked for before the first is awaited: a transaction ends by itself when nothing is asked of it.
        let keys = store.get_all_keys(Some(range(workbook)?), None)?;
        let values = store.get_all(Some(range(workbook)?), None)?;
        let (keys, values) = (keys.await?, values.await?);
        let found = |(key, value): (JsValue, JsValue)| Found {
            key: key.as_string().unwrap_or_default(),
            bytes: bytes_of(&value),
        };
        Ok(keys.into_iter().zip(values).map(found).collect())
    }

    /// The workbooks of which anything is stored.
    pub async fn workbooks(&self) -> Result<Vec<Origin>, Error> {
        let transaction = self.inner.transaction(&[UPDATES], TransactionMode::ReadOnly)?;
        let keys = transaction.object_store(UPDATES)?.get_all_keys(None, None)?.await?;
        let mut workbooks: Vec<Origin> =
            keys.iter().filter_map(|key| EntryName::parse(&key.as_string()?).map(|name| name.workbook)).collect();
        workbooks.sort_unstable();
        workbooks.dedup();
        Ok(workbooks)
    }

    /// Removes updates, in one transaction.
    pub async fn remove(&self, names: &[EntryName]) -> Result<(), Error> {
        let (transaction, store) = self.write(UPDATES)?;
        for name in names {
            store.delete(JsValue::from(name.to_string()))?;
        }
        transaction.commit()?.await.map(|_| ())
    }

    /// Removes a whole workbook for good.
    pub async fn remove_workbook(&self, workbook: Origin) -> Result<(), Error> {
        let (transaction, store) = self.write(UPDATES)?;
        store.delete(range(workbook)?)?.await?;
        transaction.commit()?.await.map(|_| ())
    }

    /// Moves what can't be read to where it is kept, so that it is reported once and never lost.
    pub async fn set_aside(&self, found: &Found) -> Result<(), Error> {
        let transaction = self.inner.transaction(&[UPDATES, ASIDE], TransactionMode::ReadWrite)?;
        let (updates, aside) = (transaction.object_store(UPDATES)?, transaction.object_store(ASIDE)?);
        let key = JsValue::from(found.key.as_str());
        let value = found.bytes.as_deref().map_or(JsValue::NULL, |bytes| Uint8Array::from(bytes).into());
        aside.put(&value, Some(&key))?;
        updates.delete(key)?;
        transaction.commit()?.await.map(|_| ())
    }

    fn write(&self, store: &str) -> Result<(idb::Transaction, ObjectStore), Error> {
        let transaction = self.inner.transaction(&[store], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(store)?;
        Ok((transaction, store))
    }
}

fn range(workbook: Origin) -> Result<Query, Error> {
    let (first, last) = EntryName::range(workbook);
    KeyRange::bound(&first.into(), &last.into(), None, None).map(Query::KeyRange)
}

fn bytes_of(value: &JsValue) -> Option<Vec<u8>> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}
