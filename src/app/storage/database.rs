//! The autosave in IndexedDB: one entry, written after every change.

#[cfg(feature = "app")]
mod browser {
    use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, Query, TransactionMode};
    use wasm_bindgen::JsValue;

    const DATABASE: &str = "iam-sandbox";
    const STORE: &str = "saves";
    const CURRENT: &str = "current";

    async fn open() -> Result<Database, Error> {
        let mut request = Factory::new()?.open(DATABASE, Some(1))?;
        request.on_upgrade_needed(|event| {
            // Without the store the transactions below fail, and the page says that it cannot keep data.
            let _ = event.database().and_then(|database| database.create_object_store(STORE, ObjectStoreParams::new()));
        });
        request.await
    }

    async fn write(text: &str) -> Result<(), Error> {
        let database = open().await?;
        let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(STORE)?;
        store.put(&JsValue::from_str(text), Some(&JsValue::from_str(CURRENT)))?.await?;
        transaction.commit()?.await?;
        database.close();
        Ok(())
    }

    async fn read() -> Result<Option<String>, Error> {
        let database = open().await?;
        let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(STORE)?;
        let value = store.get(Query::Key(JsValue::from_str(CURRENT)))?.await?;
        database.close();
        Ok(value.and_then(|value| value.as_string()))
    }

    /// Keeps `text` over what was kept before. False if the browser does not keep data here.
    pub async fn autosave(text: &str) -> bool {
        write(text).await.is_ok()
    }

    /// What was kept last, if anything was.
    pub async fn saved() -> Option<String> {
        read().await.ok().flatten()
    }
}

#[cfg(feature = "app")]
pub use browser::{autosave, saved};

/// Nothing is kept where there is no browser.
#[cfg(not(feature = "app"))]
pub async fn autosave(_: &str) -> bool {
    true
}

/// Nothing was kept where there is no browser.
#[cfg(not(feature = "app"))]
pub async fn saved() -> Option<String> {
    None
}
