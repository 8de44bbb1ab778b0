"""Xero: bills and contacts as it takes them in and gives them out."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "bills", "Xero bill list",
        (
            "*ContactName", "EmailAddress", "POAddressLine1", "POAddressLine2", "POAddressLine3",
            "POAddressLine4", "POCity", "PORegion", "POPostalCode", "POCountry", "*InvoiceNumber",
            "*InvoiceDate", "*DueDate", "Total", "InventoryItemCode", "Description", "*Quantity",
            "*UnitAmount", "*AccountCode", "*TaxType", "TaxAmount", "TrackingName1", "TrackingOption1",
            "TrackingName2", "TrackingOption2", "Currency", "InvoiceAmountPaid", "InvoiceAmountDue",
            "LineAmount", "Planned Date", "Sent", "Status", "Type", "Reference",
        ),
        columns={
            "*ContactName": "vendor",
        },
        is_whole=False,
    ),
    Layout(
        "vendors", "Xero contact list",
        (
            "*ContactName", "AccountNumber", "EmailAddress", "FirstName", "LastName", "POAttentionTo",
            "POAddressLine1", "POAddressLine2", "POAddressLine3", "POAddressLine4", "POCity", "PORegion",
            "POPostalCode", "POCountry", "SAAttentionTo", "SAAddressLine1", "SAAddressLine2", "SACity",
            "SARegion", "SAPostalCode", "SACountry", "PhoneNumber", "FaxNumber", "MobileNumber",
            "DDINumber", "SkypeName", "BankAccountName", "BankAccountNumber", "BankAccountParticulars",
            "TaxNumber", "AccountsReceivableTaxCodeName", "AccountsPayableTaxCodeName", "Website",
            "LegalName", "Discount", "CompanyNumber", "DueDateBillDay", "DueDateBillTerm",
            "DueDateSalesDay", "DueDateSalesTerm", "SalesAccount", "PurchasesAccount", "DefaultTaxSales",
            "DefaultTaxBills", "Person1FirstName", "Person1LastName", "Person1Email",
        ),
        columns={
            "*ContactName": "name", "AccountNumber": "account_number", "EmailAddress": "email",
            "PhoneNumber": "phone", "FirstName": "", "LastName": "", "BankAccountNumber": "",
            "MobileNumber": "",
        },
    ),
)  # fmt: skip
SOURCE = Source("Xero", Role.BOOKS, _LAYOUTS)
